package io.patchbay.ui.importing;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.NativeButton;
import com.vaadin.flow.component.html.Span;
import io.patchbay.importing.ImportIssue;
import io.patchbay.importing.ImportIssue.Severity;
import io.patchbay.ui.shell.Badges;
import io.patchbay.ui.shell.Buttons;
import io.patchbay.ui.shell.Look;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/** What was not taken as it stands: the worst first, the same sentence once with all its places. */
final class IssueList extends Div {

  private static final int AT_ONCE = 30;
  private static final int PLACES = 3;

  private final transient Consumer<String> onMethod;

  /** The list; a click on an issue tells the method that it touches. */
  IssueList(List<ImportIssue> issues, Consumer<String> onMethod) {
    this.onMethod = onMethod;
    addClassName("pb-import-issues");
    var head = Look.div("pb-row pb-import-issues-head", Look.span("pb-strong", "Issues"));
    var body = Look.div("");
    Map<String, List<ImportIssue>> alike = new LinkedHashMap<>();
    for (Severity severity : Severity.values()) {
      List<ImportIssue> these = issues.stream().filter(i -> i.severity() == severity).toList();
      if (!these.isEmpty()) {
        head.add(Badges.tag(IssueLook.tone(severity), IssueLook.count(severity, these.size())));
        these.forEach(issue ->
            alike.computeIfAbsent(severity + issue.message(), _ -> new ArrayList<>()).add(issue));
      }
    }
    if (issues.isEmpty()) {
      body.add(Look.div("pb-hint pb-import-none", new Span("Everything was taken as it stands.")));
    }
    add(head, body);
    show(body, List.copyOf(alike.values()));
    Look.testId("import-issues", this);
  }

  private void show(Div body, List<List<ImportIssue>> groups) {
    groups.stream().limit(AT_ONCE).map(this::entry).forEach(body::add);
    if (groups.size() > AT_ONCE) {
      List<List<ImportIssue>> rest = groups.subList(AT_ONCE, groups.size());
      var more = Look.div("pb-import-none");
      more.add(
          Buttons.link(
              "%,d more".formatted(rest.size()),
              () -> {
                body.remove(more);
                show(body, rest);
              }));
      body.add(more);
    }
  }

  private Component entry(List<ImportIssue> alike) {
    ImportIssue first = alike.getFirst();
    String method = first.method();
    var text = Look.div("pb-col");
    if (method != null && alike.size() == 1) {
      text.add(
          Look.span(
              "pb-strong", first.severity() == Severity.LEFT_OUT ? "Left out: " + method : method));
    }
    text.add(Look.span("pb-text-2", first.message()));
    alike.stream().limit(PLACES).map(this::place).forEach(text::add);
    if (alike.size() > PLACES) {
      text.add(
          Look.title(
              String.join(
                  "\n", alike.stream().skip(PLACES).limit(40).map(IssueList::where).toList()),
              Look.span(
                  "pb-small pb-text-3",
                  "and at %,d more places".formatted(alike.size() - PLACES))));
    }
    return Look.div("pb-import-issue", IssueLook.icon(first.severity()), text);
  }

  private Component place(ImportIssue issue) {
    String where = where(issue);
    String method = issue.method();
    if (method == null) {
      return Look.title(where, Look.span("pb-import-place", where));
    }
    var jump = new NativeButton(where, event -> onMethod.accept(method));
    jump.addClassNames("pb-import-place", "press");
    return Look.title("Show %s (%s)".formatted(method, where), jump);
  }

  private static String where(ImportIssue issue) {
    Integer line = issue.line();
    return line == null ? issue.where() : "line %d, %s".formatted(line, issue.where());
  }
}
