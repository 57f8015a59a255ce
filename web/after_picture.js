const AT_LATEST = 150;   // ms; a page that is out of sight, or in a frame that is, may get no picture

/** Work that waits until the next picture is on the screen: a person sees at once what they pressed, and a slow device is
    busy only then. Asked for several times before that, it is done once. */
export class AfterPicture {
  #work; #guard; #then = null; #frame = 0; #timer = 0;

  constructor({ signal, guard, work }) {
    this.#work = work;
    this.#guard = guard;
    document.addEventListener('visibilitychange', () => this.#soon(), { signal });
    addEventListener('pagehide', () => this.#soon(), { signal });
    signal.addEventListener('abort', () => this.drop());
  }

  /** `then`: what comes after it. */
  plan(then = () => {}) {
    if (this.#then) return void this.#then.push(then);
    this.#then = [then];
    if (document.hidden) return this.finish();
    this.#frame = requestAnimationFrame(() => { clearTimeout(this.#timer); this.#timer = setTimeout(() => this.#soon()); });
    this.#timer = setTimeout(() => this.#soon(), AT_LATEST);
  }

  /** Does it now: something else is to be done that builds on it. */
  finish() {
    const then = this.#then;
    if (!then) return;
    this.drop();
    this.#work();
    for (const one of then) one();
  }

  /** Something else is done in its place. Returns whether there was something to do. */
  drop() {
    const planned = this.#then !== null;
    cancelAnimationFrame(this.#frame);
    clearTimeout(this.#timer);
    this.#then = null;
    return planned;
  }

  #soon() { this.#guard(() => this.finish()); }
}
