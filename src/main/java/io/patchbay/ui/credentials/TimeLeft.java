package io.patchbay.ui.credentials;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.Tag;
import com.vaadin.flow.component.dependency.JsModule;
import java.time.Duration;
import java.time.Instant;

/** A meter and the time left until a moment, counted down in the browser. */
@Tag("time-left")
@JsModule("./shell/time-left.ts")
final class TimeLeft extends Component {

  /**
   * A countdown.
   *
   * @param now by the server's clock, which the browser's may differ from
   * @param onDue runs when the time of renewal comes, and at the end
   */
  TimeLeft(Instant since, Instant until, Instant now, Runnable onDue) {
    set("since", since);
    set("until", until);
    getElement()
        .setAttribute("soon", String.valueOf(soon(Duration.between(since, until)).toMillis()));
    set("now", now);
    getElement().addEventListener("due", event -> onDue.run());
  }

  /** From how much time left on a token is renewed with the next call. */
  static Duration soon(Duration life) {
    var tenth = life.dividedBy(10);
    var minute = Duration.ofMinutes(1);
    return tenth.compareTo(minute) > 0 ? tenth : minute;
  }

  private void set(String name, Instant moment) {
    getElement().setAttribute(name, String.valueOf(moment.toEpochMilli()));
  }
}
