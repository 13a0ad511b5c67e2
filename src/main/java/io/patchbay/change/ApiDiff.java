package io.patchbay.change;

import io.patchbay.api.Api;
import io.patchbay.api.ApiMethod;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Finds all that differs between two definitions of an API, and what that does to its users. */
public final class ApiDiff {

  /** Most differences in schemas that one method is reported with, besides one that sums up. */
  static final int MOST_PER_METHOD = 50;

  /** From so many changes on, a method is reported with but a few of its differences in schemas. */
  static final int MANY = 5_000;

  private static final int FEW = 5;

  private final List<Change> changes = new ArrayList<>();
  private final SchemaDiff schemas;

  private ApiDiff(Api before, Api after) {
    schemas = new SchemaDiff(before.schemas(), after.schemas());
  }

  /**
   * All differences, field by field: those of the API itself first, then method by method.
   * Environments are live settings and not compared.
   */
  public static List<Change> between(Api before, Api after) {
    var diff = new ApiDiff(before, after);
    diff.head(before, after);
    diff.methods(before, after);
    return List.copyOf(diff.changes);
  }

  /**
   * How far the number of the next version has to count up: a breaking change is a new major
   * version; something new, or a change that some flows may have to look at, a minor one, since a
   * new major version for each of those would soon say nothing; all else is a patch.
   */
  public static Level level(List<Change> changes) {
    Level level = Level.NONE;
    for (Change change : changes) {
      Level own =
          switch (change.impact()) {
            case BREAKING -> Level.MAJOR;
            case MAYBE -> Level.MINOR;
            case SAFE -> change.kind() == Change.Kind.ADDED ? Level.MINOR : Level.PATCH;
          };
      level = own.compareTo(level) > 0 ? own : level;
    }
    return level;
  }

  /** What makes a method the same: name and address, address, name. */
  static List<Function<ApiMethod, @Nullable Object>> signs() {
    return List.of(
        method -> method.name() + " " + MethodDiff.address(method),
        MethodDiff::address,
        ApiMethod::name);
  }

  /** Which methods are the same. */
  static Pairs<ApiMethod> pairs(List<ApiMethod> before, List<ApiMethod> after) {
    return Pairs.of(before, after, signs());
  }

  private void head(Api before, Api after) {
    var findings = new Findings(null);
    new HeadDiff(findings).compare(before, after);
    for (String name : SchemaNames.all(before.schemas(), after.schemas())) {
      var was = before.schemas().get(name);
      var is = after.schemas().get(name);
      String where = "schemas." + name;
      if (was == null) {
        findings.added(where, Impact.SAFE, "The schema '%s' is new.".formatted(name), is);
      } else if (is == null) {
        findings.removed(where, Impact.SAFE, "The schema '%s' is gone.".formatted(name), was);
      } else {
        findings.changed(
            where,
            Impact.SAFE,
            "The schema '%s' changed; see the methods that use it.".formatted(name),
            was,
            is);
      }
    }
    changes.addAll(findings.all());
  }

  private void methods(Api before, Api after) {
    var pairs = pairs(before.methods(), after.methods());
    if (pairs.reordered()) {
      var order = new Findings(null);
      order.add(
          "methods",
          Change.Kind.CHANGED,
          Impact.SAFE,
          "The methods are listed in another order.",
          null,
          null);
      changes.addAll(order.all());
    }
    for (var pair : pairs.matched()) {
      method(pair.before(), pair.after());
    }
    for (ApiMethod added : pairs.added()) {
      var findings = new Findings(added.name());
      findings.added(
          "methods." + added.name(),
          Impact.SAFE,
          "The method '%s' is new.".formatted(added.name()),
          summary(added));
      changes.addAll(findings.all());
    }
    for (ApiMethod removed : pairs.removed()) {
      var findings = new Findings(removed.name());
      findings.removed(
          "methods." + removed.name(),
          Impact.BREAKING,
          "The method '%s' is gone.".formatted(removed.name()),
          summary(removed));
      changes.addAll(findings.all());
    }
  }

  private static String summary(ApiMethod method) {
    return method.verb() + " " + method.path();
  }

  private void method(ApiMethod before, ApiMethod after) {
    var findings = new Findings(after.name());
    var places = new SchemaPlaces();
    new MethodDiff(findings, places).compare(before, after);
    int limit = changes.size() < MANY ? MOST_PER_METHOD : FEW;
    new SchemaReport(schemas).report(places.all(), limit, findings);
    if (findings.all().isEmpty() && !before.equals(after)) {
      findings.add(
          "methods." + after.name(),
          Change.Kind.CHANGED,
          Impact.SAFE,
          "The method '%s' is written otherwise and means the same.".formatted(after.name()),
          null,
          null);
    }
    changes.addAll(findings.all());
  }
}
