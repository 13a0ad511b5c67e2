package io.patchbay.http;

import io.patchbay.api.Customization;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Sends an idempotency key, unless somebody did by hand.
 *
 * @param value absent for one of our own making
 */
record KeyChange(CustomizationPlace place, String header, @Nullable CustomizationValue value)
    implements RequestChange {

  static KeyChange of(CustomizationPlace place, Customization.IdempotencyKey node) {
    var value = node.value();
    return new KeyChange(
        place,
        node.header(),
        value == null || value.isBlank()
            ? null
            : CustomizationValue.ofText(node.header(), "value", value));
  }

  @Override
  public void apply(RequestDraft draft, Map<String, @Nullable Object> scope) {
    if (!draft.hasByHand(header)) {
      var key = value == null ? draft.idempotencyKey() : value.evaluate(scope);
      var text = CustomizationValue.isThere(key) ? ParameterStyle.header(key, false) : "";
      if (text.isEmpty()) {
        return;
      }
      draft.keys(HeaderLine.of(header, text, place.origin(), false));
    }
    draft.isKeyedBy(header);
  }
}
