package io.patchbay.change;

import io.patchbay.change.SchemaNode.Difference;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.Deque;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * Tells what differs in the schemas of one method, each pair of schemas once, the nearest first,
 * and not more than anybody reads.
 */
final class SchemaReport {

  private static final int MOST_PAIRS = 5_000;
  private static final int MOST_KEPT = 2_000;

  private record Found(SchemaPlaces.Place place, String path, SchemaNode node, Difference what) {

    Impact impact() {
      Impact worst = place.worst();
      return what.impact().compareTo(worst) > 0 ? worst : what.impact();
    }
  }

  /** A way to a pair; its path is put together only where something differs. */
  private record Visit(
      SchemaPlaces.Place place, @Nullable Visit from, String step, SchemaNode node) {

    String path() {
      Deque<String> steps = new ArrayDeque<>();
      for (Visit at = this; at != null; at = at.from()) {
        steps.push(at.step());
      }
      return String.join("", steps);
    }
  }

  private final SchemaDiff diff;
  private final Set<SchemaNode> seen = Collections.newSetFromMap(new IdentityHashMap<>());
  private final Deque<Visit> open = new ArrayDeque<>();
  private final List<Found> found = new ArrayList<>();
  private int dropped;

  SchemaReport(SchemaDiff diff) {
    this.diff = diff;
  }

  /**
   * Reports the differences of all places of a method.
   *
   * @param limit most changes; further ones are summed up in one more
   */
  void report(List<SchemaPlaces.Place> places, int limit, Findings findings) {
    for (var place : places) {
      SchemaNode node = diff.compare(place.before(), place.after(), place.direction());
      if (node != null && seen.add(node)) {
        if (!open.isEmpty() && open.peekLast().place().worst() != place.worst()) {
          visitAll();
        }
        open.add(new Visit(place, null, "", node));
      }
    }
    visitAll();
    found.sort(Comparator.comparing(Found::impact).reversed());
    found.stream().limit(limit).forEach(each -> add(each, findings));
    if (found.size() > limit) {
      summary(found.subList(limit, found.size()), findings);
    }
  }

  private void visitAll() {
    while (!open.isEmpty() && seen.size() < MOST_PAIRS) {
      visit(open.poll());
    }
  }

  private void visit(Visit visit) {
    List<Difference> differences = visit.node().differences();
    String path = differences.isEmpty() ? "" : visit.path();
    for (Difference difference : differences) {
      if (found.size() < MOST_KEPT) {
        found.add(new Found(visit.place(), path, visit.node(), difference));
      } else {
        dropped++;
      }
    }
    for (var edge : visit.node().edges()) {
      if (seen.add(edge.to())) {
        open.add(new Visit(visit.place(), visit, edge.path(), diff.compared(edge.to())));
      }
    }
  }

  private static void add(Found found, Findings findings) {
    Difference what = found.what();
    String path = found.path() + what.path();
    findings.add(
        found.place().where() + path + what.setting(),
        what.kind(),
        found.impact(),
        sentence(what.message().formatted(subject(found.place().subject(), path))),
        what.before(),
        what.after());
  }

  private static String subject(String whole, String path) {
    if (path.isEmpty()) {
      return whole;
    }
    if (path.equals(".items")) {
      return "each element of " + whole;
    }
    return "the field '%s' of %s".formatted(path.substring(1), whole);
  }

  private static String sentence(String text) {
    return text.substring(0, 1).toUpperCase(Locale.ROOT) + text.substring(1);
  }

  private void summary(List<Found> rest, Findings findings) {
    Impact worst = rest.getFirst().impact();
    Set<String> names = new TreeSet<>();
    rest.forEach(each -> names.add(name(each.node())));
    int count = rest.size() + dropped;
    findings.add(
        "schemas",
        Change.Kind.CHANGED,
        worst,
        "…and %,d further %s in %s."
            .formatted(count, count == 1 ? "difference" : "differences", spoken(names)),
        null,
        null);
  }

  private static String name(SchemaNode node) {
    String name = node.name();
    return name == null ? "" : name;
  }

  private static String spoken(Set<String> names) {
    names.remove("");
    return switch (names.size()) {
      case 0 -> "its schemas";
      case 1 -> "schema " + names.iterator().next();
      default -> "%,d schemas".formatted(names.size());
    };
  }
}
