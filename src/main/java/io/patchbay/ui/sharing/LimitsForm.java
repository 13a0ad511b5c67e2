package io.patchbay.ui.sharing;

import com.vaadin.flow.component.checkbox.Checkbox;
import com.vaadin.flow.component.combobox.MultiSelectComboBox;
import com.vaadin.flow.component.html.Div;
import io.patchbay.api.MethodSummary;
import io.patchbay.api.Share.Right;
import io.patchbay.api.ShareTerms;
import io.patchbay.api.Verb;
import io.patchbay.common.InvalidException;
import io.patchbay.ui.shell.Look;
import io.patchbay.ui.shell.Segments;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Which methods of an API a share lets be called: all, those of some verbs, or chosen ones. */
final class LimitsForm extends Div {

  private enum Limit {
    ALL("All methods"),
    VERBS("Some verbs"),
    METHODS("Chosen methods");

    private final String title;

    Limit(String title) {
      this.title = title;
    }
  }

  private final Segments<Limit> limit;
  private final Map<Verb, Checkbox> verbs = new TreeMap<>();
  private final MultiSelectComboBox<MethodSummary> methods = new MultiSelectComboBox<>();
  private final Div place = Look.div("pb-row pb-wrap");

  LimitsForm(List<MethodSummary> all, @Nullable ShareTerms terms) {
    addClassName("pb-col");
    Map<Limit, String> titles = new LinkedHashMap<>();
    for (Limit one : Limit.values()) {
      titles.put(one, one.title);
    }
    limit = new Segments<>("What may be called", titles, limit(terms), chosen -> show());
    Look.testId("share-limit", limit);
    all.stream().map(MethodSummary::verb).distinct().forEach(verb -> verbs.put(verb, box(verb)));
    methods.setItems(
        (method, filter) ->
            (method.name() + " " + method.verb() + " " + method.path())
                .toLowerCase(Locale.ROOT)
                .contains(filter.toLowerCase(Locale.ROOT)),
        all);
    methods.setItemLabelGenerator(MethodSummary::name);
    methods.setPlaceholder("Choose methods");
    methods.setAriaLabel("Methods that may be called");
    methods.setWidthFull();
    Look.testId("share-methods", methods);
    if (terms != null) {
      terms.verbs().forEach(verb -> verbs.computeIfAbsent(verb, LimitsForm::box).setValue(true));
      methods.setValue(
          all.stream().filter(m -> terms.methods().contains(m.name())).collect(Collectors.toSet()));
    }
    add(Look.span("pb-label", "What may be called"), limit, place);
    show();
  }

  /**
   * The terms with these limits.
   *
   * @param whole whether there are none, whatever is chosen
   * @throws InvalidException when nothing is chosen
   */
  ShareTerms terms(Right right, boolean withCredential, boolean whole) {
    Set<Verb> chosenVerbs =
        verbs.entrySet().stream()
            .filter(e -> e.getValue().getValue())
            .map(Map.Entry::getKey)
            .collect(Collectors.toSet());
    Set<String> chosenMethods =
        methods.getValue().stream().map(MethodSummary::name).collect(Collectors.toSet());
    return switch (whole ? Limit.ALL : limit.value()) {
      case ALL -> new ShareTerms(right, withCredential, Set.of(), Set.of());
      case VERBS -> {
        if (chosenVerbs.isEmpty()) {
          throw new InvalidException("verbs", "Choose at least one verb, or all methods.");
        }
        yield new ShareTerms(right, withCredential, chosenVerbs, Set.of());
      }
      case METHODS -> {
        if (chosenMethods.isEmpty()) {
          throw new InvalidException("methods", "Choose at least one method, or all of them.");
        }
        yield new ShareTerms(right, withCredential, Set.of(), chosenMethods);
      }
    };
  }

  private static Limit limit(@Nullable ShareTerms terms) {
    if (terms == null || (terms.verbs().isEmpty() && terms.methods().isEmpty())) {
      return Limit.ALL;
    }
    return terms.methods().isEmpty() ? Limit.VERBS : Limit.METHODS;
  }

  private void show() {
    place.removeAll();
    switch (limit.value()) {
      case ALL -> {}
      case VERBS -> verbs.values().forEach(place::add);
      case METHODS -> place.add(methods);
    }
  }

  private static Checkbox box(Verb verb) {
    return Look.testId("share-verb-" + verb, new Checkbox(verb.name()));
  }
}
