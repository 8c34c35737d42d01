/** placeholder */
export const inboxStyle: string = '';
