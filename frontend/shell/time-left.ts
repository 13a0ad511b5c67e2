// Counts down to a moment in the browser, once a second, without asking the server. The element shows a
// meter and the time left; it fires "due" when the time comes that the token is renewed, and at the end.

const SECOND = 1000;
const MINUTE = 60 * SECOND;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;

/** For example "42 s", "41 min 07 s", "9 h 50 min", "12 days". */
export function span(ms: number): string {
  const seconds = Math.floor(Math.max(0, ms) / SECOND);
  const minutes = Math.floor(seconds / 60);
  const hours = Math.floor(minutes / 60);
  if (minutes < 1) {
    return `${String(seconds)} s`;
  }
  if (hours < 1) {
    return `${String(minutes)} min ${String(seconds % 60).padStart(2, '0')} s`;
  }
  return ms < 2 * DAY
    ? `${String(hours)} h ${String(minutes % 60).padStart(2, '0')} min`
    : `${String(Math.floor(ms / DAY))} days`;
}

class TimeLeft extends HTMLElement {
  static readonly observedAttributes = ['until', 'since', 'now'];

  private timer: number | undefined;
  /** How far the clock of this computer is ahead of the server's. */
  private ahead = 0;
  private readonly fill = document.createElement('span');
  private readonly text = document.createElement('span');
  private phase = '';

  connectedCallback(): void {
    if (!this.firstChild) {
      const meter = document.createElement('div');
      meter.className = 'pb-meter pb-grow';
      meter.setAttribute('aria-hidden', 'true');
      meter.append(this.fill);
      this.text.className = 'pb-num pb-small';
      this.append(meter, this.text);
    }
    this.timer = window.setInterval(() => {
      this.tick();
    }, SECOND);
    this.tick();
  }

  disconnectedCallback(): void {
    window.clearInterval(this.timer);
  }

  attributeChangedCallback(name: string): void {
    if (name === 'now') {
      this.ahead = Date.now() - this.moment('now');
    }
    this.phase = '';
    if (this.isConnected) {
      this.tick();
    }
  }

  private moment(name: string): number {
    return Number(this.getAttribute(name) ?? '0');
  }

  private tick(): void {
    const until = this.moment('until');
    const life = Math.max(1, until - this.moment('since'));
    const left = until - (Date.now() - this.ahead);
    this.text.textContent = left > 0 ? span(left) : `${span(-left)} ago`;
    this.fill.style.width = `${String(Math.round(100 * Math.min(1, Math.max(0, left / life))))}%`;
    const phase = left <= 0 ? 'over' : left <= this.moment('soon') ? 'soon' : 'good';
    if (phase !== this.phase) {
      const isNews = this.phase !== '';
      this.phase = phase;
      this.setAttribute('phase', phase);
      if (isNews) {
        this.dispatchEvent(new CustomEvent('due'));
      }
    }
  }
}

customElements.define('time-left', TimeLeft);
