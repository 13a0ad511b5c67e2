package io.patchbay.change;

import io.patchbay.api.ApiCheck;
import io.patchbay.api.ApiMethod;
import io.patchbay.api.Parameter;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Compares the inputs of a method that travel outside of its body. */
final class ParameterDiff {

  private final Findings findings;
  private final SchemaPlaces places;

  ParameterDiff(Findings findings, SchemaPlaces places) {
    this.findings = findings;
    this.places = places;
  }

  void compare(ApiMethod before, ApiMethod after) {
    var pairs = pairs(before, after);
    for (var pair : pairs.matched()) {
      compare(pair.before(), pair.after());
    }
    pairs.added().forEach(this::added);
    for (Parameter removed : pairs.removed()) {
      findings.removed(
          where(removed),
          removed.required() ? Impact.BREAKING : Impact.MAYBE,
          "The input '%s' is gone.".formatted(removed.name()),
          removed);
    }
    if (pairs.reordered()) {
      findings.changed(
          "parameters",
          Impact.SAFE,
          "The inputs are listed in another order.",
          names(before),
          names(after));
    }
  }

  private static Pairs<Parameter> pairs(ApiMethod before, ApiMethod after) {
    return Pairs.of(before.parameters(), after.parameters(), signs(List.of(before, after)));
  }

  /** What makes an input the same: place and wire name, position in the path, name. */
  static List<Function<Parameter, @Nullable Object>> signs(List<ApiMethod> methods) {
    IdentityHashMap<Parameter, Integer> positions = new IdentityHashMap<>();
    if (methods.stream().map(MethodDiff::address).distinct().count() == 1) {
      methods.forEach(method -> addPositions(method, positions));
    }
    return List.of(
        p -> key(p) + " " + p.name(), ParameterDiff::key, positions::get, Parameter::name);
  }

  private static void addPositions(
      ApiMethod method, IdentityHashMap<Parameter, Integer> positions) {
    List<String> placeholders = ApiCheck.placeholders(method.path());
    for (Parameter parameter : method.parameters()) {
      int index = placeholders.indexOf(parameter.sentAs());
      if (parameter.in() == Parameter.In.PATH && index >= 0) {
        positions.put(parameter, index);
      }
    }
  }

  /** Where it travels and under which name; header names have no case. */
  static String key(Parameter parameter) {
    String name = parameter.sentAs();
    return parameter.in().word()
        + " "
        + (parameter.in() == Parameter.In.HEADER ? name.toLowerCase(Locale.ROOT) : name);
  }

  private void added(Parameter added) {
    boolean needed = added.required() && added.defaultValue() == null;
    findings.added(
        where(added),
        needed ? Impact.BREAKING : Impact.SAFE,
        needed
            ? "The input '%s' is new and required.".formatted(added.name())
            : "The input '%s' is new; it may be left out.".formatted(added.name()),
        added);
  }

  private void compare(Parameter before, Parameter after) {
    if (!before.equals(after)) {
      identity(before, after);
      need(before, after);
      writing(before, after);
      words(before, after);
    }
    places.add(
        where(after) + ".schema",
        "the input '%s'".formatted(after.name()),
        before.schema(),
        after.schema(),
        Direction.SENT);
  }

  private void identity(Parameter before, Parameter after) {
    String where = where(after);
    findings.changed(
        where + ".name",
        Impact.BREAKING,
        "The input '%s' is called '%s' now.".formatted(before.name(), after.name()),
        before.name(),
        after.name());
    findings.changed(
        where + ".in",
        Impact.MAYBE,
        "The input '%s' travels as %s instead of %s."
            .formatted(after.name(), after.in().word(), before.in().word()),
        before.in(),
        after.in());
    String was = before.sentAs();
    String is = after.sentAs();
    boolean inPath = before.in() == Parameter.In.PATH && after.in() == Parameter.In.PATH;
    findings.changed(
        where + ".wireName",
        inPath || was.equals(is) ? Impact.SAFE : Impact.MAYBE,
        "The input '%s' is sent as '%s' instead of '%s'.".formatted(after.name(), is, was),
        was.equals(is) && before.name().equals(after.name()) ? before.wireName() : was,
        was.equals(is) && before.name().equals(after.name()) ? after.wireName() : is);
  }

  private void need(Parameter before, Parameter after) {
    String where = where(after);
    String name = after.name();
    boolean filled = after.defaultValue() != null;
    findings.changed(
        where + ".required",
        after.required() && !filled ? Impact.BREAKING : Impact.SAFE,
        after.required()
            ? "The input '%s' is required now%s.".formatted(name, filled ? ", with a default" : "")
            : "The input '%s' may be left out now.".formatted(name),
        before.required(),
        after.required());
    boolean lost = before.required() && after.required() && !filled;
    findings.changed(
        where + ".default",
        lost ? Impact.BREAKING : Impact.MAYBE,
        before.defaultValue() == null
            ? "The input '%s' has a default now.".formatted(name)
            : filled
                ? "The input '%s' has another default.".formatted(name)
                : "The input '%s' has no default any more.".formatted(name),
        before.defaultValue(),
        after.defaultValue());
  }

  private void writing(Parameter before, Parameter after) {
    String where = where(after);
    String how = "How the input '%s' is written changed.".formatted(after.name());
    findings.changed(
        where + ".style",
        style(before).equals(style(after)) ? Impact.SAFE : Impact.MAYBE,
        how,
        before.style(),
        after.style());
    findings.changed(
        where + ".explode",
        explode(before) == explode(after) ? Impact.SAFE : Impact.MAYBE,
        how,
        before.explode(),
        after.explode());
    findings.changed(
        where + ".allowReserved",
        reserved(before) == reserved(after) ? Impact.SAFE : Impact.MAYBE,
        how,
        before.allowReserved(),
        after.allowReserved());
    findings.changed(
        where + ".contentType", Impact.MAYBE, how, before.contentType(), after.contentType());
  }

  private void words(Parameter before, Parameter after) {
    String where = where(after);
    String name = after.name();
    findings.changed(
        where + ".description",
        Impact.SAFE,
        "The description of the input '%s' changed.".formatted(name),
        before.description(),
        after.description());
    findings.changed(
        where + ".example",
        Impact.SAFE,
        "The example of the input '%s' changed.".formatted(name),
        before.example(),
        after.example());
    findings.changed(
        where + ".redacted",
        Impact.SAFE,
        after.redacted()
            ? "The input '%s' is kept out of the history now.".formatted(name)
            : "The input '%s' shows in the history now.".formatted(name),
        before.redacted(),
        after.redacted());
    findings.changed(
        where + ".deprecated",
        Impact.SAFE,
        after.deprecated()
            ? "The input '%s' should no longer be used.".formatted(name)
            : "The input '%s' is no longer deprecated.".formatted(name),
        before.deprecated(),
        after.deprecated());
  }

  /** OpenAPI 3.1 section 4.8.12.2.1. */
  private static String style(Parameter parameter) {
    String style = parameter.style();
    if (style != null) {
      return style;
    }
    return switch (parameter.in()) {
      case QUERY, COOKIE -> "form";
      case PATH, HEADER -> "simple";
    };
  }

  private static boolean explode(Parameter parameter) {
    Boolean explode = parameter.explode();
    return explode == null ? style(parameter).equals("form") : explode;
  }

  private static boolean reserved(Parameter parameter) {
    Boolean reserved = parameter.allowReserved();
    return reserved != null && reserved;
  }

  private static List<String> names(ApiMethod method) {
    return method.parameters().stream().map(Parameter::name).toList();
  }

  private static String where(Parameter parameter) {
    return "parameters." + parameter.name();
  }
}
