package io.patchbay.ui.apis;

import com.vaadin.flow.component.checkbox.Checkbox;
import com.vaadin.flow.component.html.Div;
import io.patchbay.api.Policies.RateLimit;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** How many calls there may be in a time, and whether the API's own headers are followed. */
final class RateLimitFields extends Div {

  private final transient Consumer<@Nullable RateLimit> onChange;
  private boolean isNew;
  private final NumberFields numbers = new NumberFields();
  private final Checkbox follow = new Checkbox("Follow the API's RateLimit headers too");

  RateLimitFields(
      @Nullable RateLimit limit,
      @Nullable RateLimit below,
      Consumer<@Nullable RateLimit> onChange) {
    this.onChange = onChange;
    this.isNew = limit == null;
    addClassName("pb-policy-fields");
    var now = limit == null ? new RateLimit(null, null, null, null) : limit;
    var usual = below == null ? new RateLimit(null, null, null, null) : below;
    var requests = numbers.add("Calls", "", now.requests(), usual.requests(), 1, 1_000_000);
    if (usual.requests() == null) {
      requests.setPlaceholder("no limit");
    }
    var seconds = usual.perSeconds() == null ? Integer.valueOf(60) : usual.perSeconds();
    numbers.add("In any", "s", now.perSeconds(), seconds, 1, 86_400);
    var burst = numbers.add("At once", "", now.burst(), usual.burst(), 1, 1_000_000);
    burst.setPlaceholder("as many");
    follow.setValue(limit != null && !Boolean.FALSE.equals(limit.followHeaders()));
    follow.setTooltipText(
        "When they say that no call remains, or with 429 and Retry-After, all nodes wait until then.");
    follow.addValueChangeListener(event -> {
      isNew = false;
      tell();
    });
    add(numbers.onChange(_ -> tell()), follow);
  }

  private void tell() {
    var values = numbers.values();
    var requests = values.get(0);
    if (isNew && requests != null && !follow.getValue()) {
      isNew = false;
      follow.setValue(true); // which is what holds when nothing is said; tells by itself
      return;
    }
    if (requests == null) {
      onChange.accept(follow.getValue() ? new RateLimit(null, null, null, true) : null);
      return;
    }
    onChange.accept(new RateLimit(requests, values.get(1), values.get(2), follow.getValue()));
  }
}
