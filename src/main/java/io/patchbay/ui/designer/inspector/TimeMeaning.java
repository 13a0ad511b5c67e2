package io.patchbay.ui.designer.inspector;

import com.vaadin.flow.component.html.Div;
import io.patchbay.expression.Expression;
import io.patchbay.flow.DurationText;
import io.patchbay.ui.designer.preview.Preview;
import io.patchbay.ui.shell.Fx;
import io.patchbay.ui.shell.Times;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Says what a length of time or a moment means, once expressions are evaluated. */
final class TimeMeaning extends Div {

  private final StepEditor<?> editor;
  private final Supplier<@Nullable String> value;
  private final Function<String, String> words;

  private TimeMeaning(
      StepEditor<?> editor, Supplier<@Nullable String> value, Function<String, String> words) {
    this.editor = editor;
    this.value = value;
    this.words = words;
    addClassNames("pb-dz-hint", "pb-dz-meaning");
    getElement().setAttribute("aria-live", "polite");
    editor.onRefresh(this::refresh);
    refresh();
  }

  /** For a length of time. */
  static TimeMeaning duration(StepEditor<?> editor, Supplier<@Nullable String> value, Times times) {
    return new TimeMeaning(
        editor,
        value,
        text -> {
          Duration duration = DurationText.parse(text);
          return "%s: a run that came here now would go on at %s."
              .formatted(words(duration), times.full(times.now().plus(duration)));
        });
  }

  /** For a moment. */
  static TimeMeaning moment(StepEditor<?> editor, Supplier<@Nullable String> value, Times times) {
    return new TimeMeaning(
        editor,
        value,
        text -> {
          Instant until = OffsetDateTime.parse(text).toInstant();
          Duration left = Duration.between(times.now(), until);
          return left.isNegative()
              ? "%s has passed: it would not wait.".formatted(times.full(until))
              : "%s, in %s.".formatted(times.full(until), words(left));
        });
  }

  private void refresh() {
    String text = value.get();
    boolean missing = text == null || text.isBlank();
    if (!missing && Fx.anyIn(text)) {
      Preview preview = editor.preview().preview(text);
      Object result = preview.value();
      missing = preview.error() != null || result == null || Expression.ABSENT.equals(result);
      text = missing ? "" : String.valueOf(result);
    }
    removeClassName("pb-error-text");
    setVisible(!missing);
    if (missing || text == null) {
      setText("");
      return;
    }
    try {
      setText(words.apply(text.strip()));
    } catch (DateTimeException | ArithmeticException e) {
      addClassName("pb-error-text");
      setText(
          e instanceof java.time.format.DateTimeParseException
              ? "'%s' is no moment; write it as 2026-12-24T18:00:00+01:00.".formatted(text)
              : String.valueOf(e.getMessage()));
    }
  }

  /** For example {@code 1 day 2 h}, {@code 90 s}. */
  static String words(Duration duration) {
    if (duration.compareTo(Duration.ofSeconds(1)) < 0) {
      return duration.toMillis() + " ms";
    }
    var words = new StringBuilder();
    append(words, duration.toDays(), duration.toDays() == 1 ? " day" : " days");
    append(words, duration.toHoursPart(), " h");
    append(words, duration.toMinutesPart(), " min");
    append(words, duration.toSecondsPart(), " s");
    return words.toString();
  }

  private static void append(StringBuilder words, long many, String unit) {
    if (many > 0) {
      words.append(words.isEmpty() ? "" : " ").append(many).append(unit);
    }
  }
}
