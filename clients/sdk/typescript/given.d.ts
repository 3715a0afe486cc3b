/* What the examples take for granted: where the server is, and who asks. */
declare const BASE_URL: string;
declare const CLIENT_ID: string;
declare const CLIENT_SECRET: string;
