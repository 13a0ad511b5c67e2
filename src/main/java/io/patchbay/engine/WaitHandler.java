package io.patchbay.engine;

import io.patchbay.common.Failure;
import io.patchbay.expression.Template;
import io.patchbay.flow.DurationText;
import io.patchbay.flow.Link;
import io.patchbay.flow.WaitStep;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.OffsetDateTime;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Lets time pass. */
@Component
class WaitHandler implements StepHandler<WaitStep> {

  private final InstantSource clock;

  WaitHandler(InstantSource clock) {
    this.clock = clock;
  }

  @Override
  public Class<WaitStep> kind() {
    return WaitStep.class;
  }

  @Override
  public CompiledStep compile(WaitStep step, CompileContext context) {
    var duration = template(step.duration());
    var until = template(step.until());
    return run -> {
      var before = run.suspension();
      Instant now = clock.instant();
      Instant end;
      if (before != null) {
        end = before.until();
      } else {
        try {
          end = end(duration, until, run.scope(), now);
        } catch (DateTimeException e) {
          return new StepResult.Failed(
              Failure.of(
                  Failure.Kind.EXPRESSION, "Not a time to wait", String.valueOf(e.getMessage())));
        }
        run.given(Map.of("until", end.toString()));
        if (Duration.between(now, end).toDays() > WaitStep.MAX_DAYS) {
          return new StepResult.Failed(
              Failure.of(
                  Failure.Kind.EXPRESSION,
                  "Too long to wait",
                  "It would wait until %s; %d days are the most."
                      .formatted(end, WaitStep.MAX_DAYS)));
        }
      }
      return end.isAfter(now)
          ? new StepResult.Suspended(end)
          : new StepResult.Completed(Map.of("body", now.toString()), Link.NEXT);
    };
  }

  private static @Nullable Template template(@Nullable String text) {
    return text == null || text.isBlank() ? null : Template.ofText(text);
  }

  private static Instant end(
      @Nullable Template duration,
      @Nullable Template until,
      Map<String, @Nullable Object> scope,
      Instant now) {
    if (until != null) {
      return instant(Texts.of(until.evaluate(scope)));
    }
    return duration == null
        ? now
        : now.plus(DurationText.parse(Texts.of(duration.evaluate(scope))));
  }

  private static Instant instant(String text) {
    try {
      return OffsetDateTime.parse(text.strip()).toInstant();
    } catch (DateTimeException e) {
      throw new DateTimeException(
          "'%s' is no point in time; write it as 2026-01-31T08:00:00Z.".formatted(text), e);
    }
  }
}
