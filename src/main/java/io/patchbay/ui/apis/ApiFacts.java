package io.patchbay.ui.apis;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Aside;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import io.patchbay.api.MethodSummary;
import io.patchbay.api.SemanticVersion;
import io.patchbay.api.Share;
import io.patchbay.ui.shell.Look;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;

/** What is known of an API besides what can be edited. */
final class ApiFacts extends Aside {

  private static final int MOST_TAGS = 40;

  ApiFacts(ApiDraft draft) {
    addClassName("pb-overview-facts");
    var table = Look.div("pb-kv");
    fact(table, "In flows", Look.mono(draft.ref()));
    Share share = draft.stored().share();
    if (share != null) {
      fact(table, "Owner", new Span(share.ownerName()));
      fact(
          table,
          "Shared",
          new Span(
              (draft.stored().mayBeEdited() ? "to be edited" : "to be used")
                  + (share.withCredential() ? ", with its credential" : "")));
    }
    SemanticVersion latest = draft.stored().latest();
    fact(
        table,
        "Published",
        latest == null ? Look.span("pb-text-3", "not yet") : Look.mono(latest.toString()));
    long old = draft.methods().stream().filter(MethodSummary::deprecated).count();
    fact(
        table,
        "Methods",
        new Span(
            "%,d".formatted(draft.methods().size())
                + (old == 0 ? "" : ", %,d deprecated".formatted(old))));
    fact(table, "Schemas", new Span("%,d".formatted(draft.schemas().size())));
    fact(table, "Changed by", new Span(draft.stored().updatedBy()));
    add(Look.section("About"), table);
    addTags(draft);
  }

  private void addTags(ApiDraft draft) {
    Map<String, Long> tags =
        draft.methods().stream()
            .filter(method -> !method.tag().isEmpty())
            .collect(
                Collectors.groupingBy(
                    MethodSummary::tag, LinkedHashMap::new, Collectors.counting()));
    if (tags.isEmpty()) {
      return;
    }
    add(Look.section("Tags", Look.span("pb-text-3 pb-num", String.valueOf(tags.size()))));
    var list = Look.div("pb-fact-tags");
    tags.entrySet().stream()
        .limit(MOST_TAGS)
        .forEach(tag ->
            list.add(
                Look.div(
                    "pb-list-row",
                    Look.span("pb-ellipsis", tag.getKey()),
                    Look.span("pb-end pb-num pb-text-3", "%,d".formatted(tag.getValue())))));
    if (tags.size() > MOST_TAGS) {
      list.add(Look.div("pb-hint", new Span("and %d more".formatted(tags.size() - MOST_TAGS))));
    }
    add(list);
  }

  private static void fact(Div table, String name, Component value) {
    table.add(new Span(name), value);
  }
}
