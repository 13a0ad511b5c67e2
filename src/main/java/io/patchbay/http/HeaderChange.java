package io.patchbay.http;

import io.patchbay.api.Customization;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Removes, sets and appends headers, in this order. */
record HeaderChange(
    CustomizationPlace place,
    List<String> remove,
    List<CustomizationValue> set,
    List<CustomizationValue> append)
    implements RequestChange {

  static HeaderChange of(CustomizationPlace place, Customization.Headers headers) {
    return new HeaderChange(
        place,
        headers.remove(),
        CustomizationValue.all(headers.set(), "header"),
        CustomizationValue.all(headers.append(), "header"));
  }

  @Override
  public void apply(RequestDraft draft, Map<String, @Nullable Object> scope) {
    remove.forEach(draft::removes);
    for (var one : set) {
      var value = one.evaluate(scope);
      if (CustomizationValue.isThere(value)) {
        draft.sets(line(one.name(), ParameterStyle.header(value, false), place.origin(), false));
      }
    }
    for (var one : append) {
      var value = one.evaluate(scope);
      if (CustomizationValue.isThere(value)) {
        append(draft, one.name(), ParameterStyle.header(value, false));
      }
    }
  }

  private void append(RequestDraft draft, String name, String value) {
    var before = draft.outgoing().headers().find(name.toLowerCase(Locale.ROOT));
    if (before == null) {
      draft.sets(line(name, value, place.origin(), false));
      return;
    }
    var between = before.key().equals("cookie") ? "; " : ", ";
    var joined = before.value().isEmpty() ? value : before.value() + between + value;
    var origin = before.origin() == null ? "" : before.origin() + ", ";
    draft.sets(line(before.name(), joined, origin + place.origin(), before.secret()));
  }

  /** A server may serve others under the same address, which must not get the credential. */
  private HeaderLine line(String name, String value, String origin, boolean isSecret) {
    if (place.level() == Level.FLOW && name.equalsIgnoreCase("host")) {
      throw CallRefused.configuration(
          "The header Host belongs to the address of the API and cannot be set by a flow.");
    }
    return HeaderLine.of(name, value, origin, isSecret);
  }
}
