// Client and domain specs in Chromium. The test runner hands over the browser in CHROME_BIN.

/** No sandbox (it needs rights that a container lacks) and no network traffic of the browser's own. */
const CHROMIUM_FLAGS = [
  '--headless',
  '--no-sandbox',
  '--disable-gpu',
  '--disable-dev-shm-usage',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];

/** Names each failed spec and ends with one line that a program can count. */
function CountingReporter(baseReporterDecorator, formatError) {
  baseReporterDecorator(this);
  const failures = [];
  this.onSpecComplete = (_browser, result) => {
    if (result.success || result.skipped) return;
    const name = [...result.suite, result.description].join(' › ');
    failures.push(name);
    this.write(`FAILED ${name}\n${result.log.map((entry) => formatError(entry)).join('\n')}\n`);
  };
  this.onBrowserLog = (_browser, log, type) => this.write(`${type.toUpperCase()}: ${log}\n`);
  this.onRunComplete = (_browsers, results) => {
    const crashed = results.error || results.disconnected ? 1 : 0;
    // An error outside a spec ends the run with no failed spec; it is a failure all the same.
    const failed = results.failed + (crashed === 1 && results.failed === 0 ? 1 : 0);
    this.write(`karma result: ${results.success} passed, ${failed} failed\n`);
  };
}
CountingReporter.$inject = ['baseReporterDecorator', 'formatError'];

/** Text in the names of the specs to run; all by default. */
const filter = process.env.PANDU_TEST_FILTER;

module.exports = (config) => {
  config.set({
    frameworks: ['jasmine'],
    plugins: [
      require('karma-jasmine'),
      require('karma-chrome-launcher'),
      { 'reporter:counting': ['type', CountingReporter] },
    ],
    browsers: ['Chromium'],
    customLaunchers: { Chromium: { base: 'ChromeHeadless', flags: CHROMIUM_FLAGS } },
    reporters: ['counting'],
    client: {
      args: filter === undefined ? [] : [`--grep=${filter}`],
      jasmine: { random: true, failSpecWithNoExpectations: true, timeoutInterval: 10_000 },
    },
    browserNoActivityTimeout: 120_000,
    captureTimeout: 120_000,
    restartOnFileChange: true,
  });
};
