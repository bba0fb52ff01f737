// What Bolt for JavaScript costs by itself: one command whose listener only acknowledges.
// node empty_bolt.js PORT
const { App, LogLevel } = require("@slack/bolt");

const app = new App({
  signingSecret: process.env.SLACK_SIGNING_SECRET,
  authorize: async () => ({ botToken: "xoxb-1", botUserId: "U0", teamId: "T1" }),
  logLevel: LogLevel.ERROR,
});
app.command("/alliance", async ({ ack }) => ack());
app.start({ port: Number(process.argv[2]), host: "127.0.0.1" });
