package io.patchbay.http;

import io.patchbay.api.Customization;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Removes, sets and appends query parameters, in this order; a list gives several of a name. */
record QueryChange(
    CustomizationPlace place,
    List<String> remove,
    List<CustomizationValue> set,
    List<CustomizationValue> append)
    implements RequestChange {

  static QueryChange of(CustomizationPlace place, Customization.Query query) {
    return new QueryChange(
        place,
        query.remove(),
        CustomizationValue.all(query.set(), "query parameter"),
        CustomizationValue.all(query.append(), "query parameter"));
  }

  @Override
  public void apply(RequestDraft draft, Map<String, @Nullable Object> scope) {
    for (var name : remove) {
      draft.goesTo(draft.outgoing().address().withoutQuery(name));
    }
    for (var one : set) {
      var value = one.evaluate(scope);
      if (CustomizationValue.isThere(value)) {
        draft.goesTo(
            draft.outgoing().address().withQuery(one.name(), texts(value), place.origin()));
      }
    }
    for (var one : append) {
      var value = one.evaluate(scope);
      if (CustomizationValue.isThere(value)) {
        draft.goesTo(draft.outgoing().address().andQuery(one.name(), texts(value), place.origin()));
      }
    }
  }

  private static List<String> texts(@Nullable Object value) {
    return value instanceof List<?> list
        ? list.stream().map(Scalars::text).toList()
        : List.of(Scalars.text(value));
  }
}
