export { createDriver } from './create-driver.ts';
export type { Driver, DriverOptions, Ticking, WakeQueue, WakeWorker } from './driver.ts';
