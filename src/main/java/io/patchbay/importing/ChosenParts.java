package io.patchbay.importing;

import io.patchbay.api.Api;
import io.patchbay.api.ApiMethod;
import io.patchbay.api.SchemaClosure;
import io.patchbay.common.InvalidException;
import io.patchbay.common.InvalidException.Problem;
import io.patchbay.common.Json;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import tools.jackson.databind.JsonNode;

/** Takes some methods of a definition, and of its schemas those that they need. */
final class ChosenParts {

  private ChosenParts() {}

  /**
   * The definition that a choice asks for.
   *
   * @throws InvalidException with all that cannot be chosen
   */
  static Api of(ImportChoice choice, Format format) {
    var read = choice.imported().api();
    requireMethods(read, choice.methods());
    boolean isWhole = choice.methods().size() == read.methods().size();
    var chosen =
        isWhole && format == Format.PATCHBAY
            ? read
            : only(read, method -> choice.methods().contains(method.name()));
    return chosen.with(parts -> {
      parts.slug = choice.slug();
      parts.name = choice.name() == null ? parts.name : choice.name();
      parts.baseUrl = choice.baseUrl() == null ? parts.baseUrl : choice.baseUrl();
    });
  }

  /** The methods that fit, with the schemas that they need. */
  static Api only(Api api, Predicate<ApiMethod> wanted) {
    var methods = api.methods().stream().filter(wanted).toList();
    return api.with(parts -> {
      parts.methods = methods;
      parts.schemas = schemas(api, methods);
    });
  }

  private static Map<String, JsonNode> schemas(Api api, List<ApiMethod> methods) {
    var needed = SchemaClosure.of(references(methods), names -> present(api.schemas(), names));
    var inOrder = new LinkedHashMap<>(api.schemas());
    inOrder.keySet().retainAll(needed.keySet());
    return inOrder;
  }

  /** Names of the schemas that methods refer to themselves. */
  static Set<String> references(List<ApiMethod> methods) {
    var names = new LinkedHashSet<String>();
    for (var method : methods) {
      names.addAll(SchemaClosure.references(Json.toTree(method)));
    }
    return names;
  }

  /** Of some schemas those that are there. */
  static Map<String, JsonNode> present(Map<String, JsonNode> schemas, Set<String> names) {
    var found = new LinkedHashMap<String, JsonNode>();
    for (var name : names) {
      var schema = schemas.get(name);
      if (schema != null) {
        found.put(name, schema);
      }
    }
    return found;
  }

  private static void requireMethods(Api read, Set<String> chosen) {
    var there = read.methods().stream().map(ApiMethod::name).collect(Collectors.toSet());
    var problems =
        chosen.stream()
            .filter(name -> !there.contains(name))
            .map(name -> new Problem("methods", "The source has no method '%s'.".formatted(name)))
            .toList();
    if (!problems.isEmpty()) {
      throw new InvalidException(problems);
    }
    if (chosen.isEmpty() && !there.isEmpty()) {
      throw new InvalidException("methods", "Choose at least one method.");
    }
  }
}
