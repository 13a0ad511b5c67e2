package io.patchbay.ui.apis;

import com.vaadin.flow.component.html.Div;
import io.patchbay.api.Policies.CircuitBreaker;
import java.util.List;
import java.util.Objects;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** When an API is left alone for a while. */
final class BreakerFields extends Div {

  private static final CircuitBreaker USUAL = new CircuitBreaker(50, 20, 30, 30, null);

  BreakerFields(
      @Nullable CircuitBreaker breaker,
      @Nullable CircuitBreaker below,
      Consumer<@Nullable CircuitBreaker> onChange) {
    var now = breaker == null ? new CircuitBreaker(null, null, null, null, null) : breaker;
    var usual = below == null ? USUAL : below;
    var fields = new NumberFields();
    fields
        .add(
            "When so many fail",
            "%",
            now.failurePercent(),
            or(usual.failurePercent(), USUAL.failurePercent()),
            0,
            100)
        .setHelperText("0 switches it off");
    fields.add(
        "Of at least",
        "calls",
        now.minimumCalls(),
        or(usual.minimumCalls(), USUAL.minimumCalls()),
        1,
        10_000);
    fields.add(
        "Within",
        "s",
        now.windowSeconds(),
        or(usual.windowSeconds(), USUAL.windowSeconds()),
        1,
        3_600);
    fields.add(
        "Leave it alone for",
        "s",
        now.openSeconds(),
        or(usual.openSeconds(), USUAL.openSeconds()),
        1,
        3_600);
    var slow = fields.add("Too slow from", "ms", now.slowMs(), usual.slowMs(), 1, 600_000);
    if (usual.slowMs() == null) {
      slow.setPlaceholder("never");
    }
    add(fields.onChange((List<@Nullable Integer> values) -> onChange.accept(of(values))));
  }

  private static @Nullable CircuitBreaker of(List<@Nullable Integer> values) {
    return values.stream().allMatch(Objects::isNull)
        ? null
        : new CircuitBreaker(
            values.get(0), values.get(1), values.get(2), values.get(3), values.get(4));
  }

  private static @Nullable Integer or(@Nullable Integer said, @Nullable Integer usual) {
    return said == null ? usual : said;
  }
}
