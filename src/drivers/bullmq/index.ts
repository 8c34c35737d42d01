export { type BullDriverOptions, type BullJob, type BullQueue, type BullWorker, bullDriver } from './bull-driver.ts';
