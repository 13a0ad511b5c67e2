package io.patchbay.ui.apis;

import io.patchbay.api.Parameter;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/** Keeps the path parameters of a method in step with the {@code {names}} in its path. */
final class PathParameters {

  private static final Pattern NAME = Pattern.compile("\\{([^{}/]+)}");

  private PathParameters() {}

  /** The names in a path, in their order. */
  static Set<String> names(String path) {
    var names = new LinkedHashSet<String>();
    NAME.matcher(path).results().forEach(match -> names.add(match.group(1).strip()));
    return names;
  }

  /** The parameters for a path: new names come first, those that left the path are dropped. */
  static List<Parameter> follow(String path, List<Parameter> before) {
    Set<String> names = names(path);
    var parameters = new ArrayList<Parameter>();
    for (String name : names) {
      parameters.add(
          before.stream()
              .filter(p -> p.in() == Parameter.In.PATH && p.sentAs().equals(name))
              .findFirst()
              .orElseGet(() -> Parameter.of(name, Parameter.In.PATH)));
    }
    before.stream().filter(p -> p.in() != Parameter.In.PATH).forEach(parameters::add);
    return parameters;
  }
}
