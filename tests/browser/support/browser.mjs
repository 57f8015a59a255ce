// The browser that the tests drive, and where the site is.
export const port = Number(process.env.FINDER_TEST_PORT ?? 8417);
export const address = `http://127.0.0.1:${port}/`;

/** `scale`: device px per css px, as a screen has it. Playwright's own deviceScaleFactor lays text out at scale 1.
    `drawnBy`: 'swiftshader' draws WebGL as a graphics card would, though slowly; 'the machine' as the browser would for a person here.
    `keepsPages`: a page that was left is kept as it was, to come back to, as browsers do and Playwright does not. */
export const launchOptions = ({ scale = 1, args = [], drawnBy = 'swiftshader', keepsPages = false } = {}) => ({
  ...(keepsPages ? { ignoreDefaultArgs: ['--disable-back-forward-cache'] } : {}),
  executablePath: process.env.CHROMIUM ?? '/usr/bin/chromium',
  args: ['--disable-background-networking', '--no-first-run', '--disable-component-update',
    '--no-sandbox',   // CI runs as root
    ...(drawnBy === 'swiftshader' ? ['--use-angle=swiftshader', '--enable-unsafe-swiftshader'] : []),
    ...(scale === 1 ? [] : [`--force-device-scale-factor=${scale}`]), ...args],
});
