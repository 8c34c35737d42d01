/** placeholder */
export const inboxPage: string = '';
