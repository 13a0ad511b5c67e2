package io.patchbay.importing;

import io.patchbay.api.ApiCheck;
import io.patchbay.api.Parameter;
import io.patchbay.api.Parameter.In;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;

/** Gathers the parameters of an operation and its path, and lets them fit the path. */
final class OpenApiParameters {

  private static final Set<String> SET_OTHERWISE =
      Set.of("accept", "content-type", "authorization");

  private final OpenApiReading reading;
  private final OpenApiParameterReader reader;

  OpenApiParameters(OpenApiReading reading) {
    this.reading = reading;
    this.reader = new OpenApiParameterReader(reading);
  }

  /**
   * What an operation takes.
   *
   * @param path with its placeholders named as the parameters are
   * @param body in OpenAPI 2.0, what describes the body; empty elsewhere
   * @param form in OpenAPI 2.0, the fields of a form
   */
  record Inputs(String path, List<Parameter> parameters, List<Spot> body, List<Spot> form) {}

  private record Key(String in, String name) {}

  Inputs read(OpenApiOperation one) {
    Spot operation = one.operation();
    Map<Key, Spot> declared = new LinkedHashMap<>();
    one.items().forEach(item -> declared.putAll(declared(item.field("parameters"))));
    declared.putAll(declared(operation.field("parameters")));
    List<Spot> body = remove(declared, "body");
    List<Spot> form = remove(declared, "formData");
    List<Parameter> parameters = new ArrayList<>();
    declared
        .values()
        .forEach(spot -> {
          Parameter parameter = reader.read(spot);
          if (parameter != null) {
            parameters.add(parameter);
          }
        });
    OpenApiPath fitting = fit(parameters, operation, one.path());
    return new Inputs(fitting.path(), uniquelyNamed(parameters), body, form);
  }

  private Map<Key, Spot> declared(Spot list) {
    Map<Key, Spot> declared = new LinkedHashMap<>();
    for (Spot element : reading.elements(list, "Parameters")) {
      reading
          .object(element, "A parameter")
          .ifPresent(parameter -> {
            String name = parameter.field("name").text("");
            String in = parameter.field("in").text("");
            if (in.isEmpty() || (name.isBlank() && !in.equals("body"))) {
              reading.findings.leftOut(
                  element, "A parameter without '%s'.".formatted(in.isEmpty() ? "in" : "name"));
            } else if (!reading.isOurs
                && in.equals("header")
                && SET_OTHERWISE.contains(name.toLowerCase(Locale.ROOT))) {
              reading.findings.note(element, setOtherwise(name));
            } else if (declared.put(new Key(in, name), parameter) != null) {
              reading.findings.changed(
                  element, "'%s' in %s is declared twice; the second holds.".formatted(name, in));
            }
          });
    }
    return declared;
  }

  private static String setOtherwise(String name) {
    return name.equalsIgnoreCase("authorization")
        ? "The header parameter Authorization was left out: the API's authentication sends it."
        : "The header parameters Accept and Content-Type were left out: calls send them by themselves.";
  }

  private static List<Spot> remove(Map<Key, Spot> declared, String in) {
    List<Spot> removed = new ArrayList<>();
    declared
        .entrySet()
        .removeIf(entry -> entry.getKey().in.equals(in) && removed.add(entry.getValue()));
    return removed;
  }

  private OpenApiPath fit(List<Parameter> parameters, Spot operation, OpenApiPath path) {
    Set<String> inPath = new LinkedHashSet<>();
    parameters.stream().filter(p -> p.in() == In.PATH).forEach(p -> inPath.add(p.sentAs()));
    OpenApiPath mended =
        path.mended(
            inPath,
            () ->
                reading.findings.changed(
                    operation, "A placeholder in the path was renamed to the parameter's name."));
    for (OpenApiPath.Pair pair : mended.query()) {
      takeFromQuery(parameters, pair);
    }
    Set<String> wanted = new LinkedHashSet<>(ApiCheck.placeholders(mended.path()));
    parameters.removeIf(parameter -> {
      boolean superfluous = parameter.in() == In.PATH && !wanted.contains(parameter.sentAs());
      if (superfluous) {
        reading.findings.leftOut(
            operation.field("parameters"),
            "The path has no '{%s}' for the parameter of that name.".formatted(parameter.sentAs()));
      }
      return superfluous;
    });
    parameters.stream().filter(p -> p.in() == In.PATH).forEach(p -> wanted.remove(p.sentAs()));
    for (String missing : wanted) {
      reading.findings.changed(
          operation, "'{%s}' in the path had no parameter; a text was added.".formatted(missing));
      parameters.add(text(missing, In.PATH, null));
    }
    return mended;
  }

  /** A pair of the path's own query becomes a parameter, which a declared one may be already. */
  private static void takeFromQuery(List<Parameter> parameters, OpenApiPath.Pair pair) {
    List<String> places = ApiCheck.placeholders(pair.value());
    boolean isInput = places.size() == 1 && pair.value().equals("{" + places.getFirst() + "}");
    for (int i = 0; i < parameters.size(); i++) {
      Parameter known = parameters.get(i);
      if (isInput && known.in() == In.PATH && known.sentAs().equals(places.getFirst())) {
        parameters.set(
            i,
            known.with(p -> {
              p.in = In.QUERY;
              p.wireName = pair.name().equals(known.name()) ? null : pair.name();
            }));
        return;
      }
      if (known.in() == In.QUERY && known.sentAs().equals(pair.name())) {
        if (!isInput && known.defaultValue() == null) {
          parameters.set(i, fixed(known, pair.value()));
        }
        return;
      }
    }
    parameters.add(text(pair.name(), In.QUERY, isInput ? null : JsonPointer.decode(pair.value())));
  }

  private static Parameter fixed(Parameter parameter, String value) {
    return parameter.with(p -> {
      p.defaultValue = JsonNodeFactory.instance.stringNode(JsonPointer.decode(value));
      p.required = true;
    });
  }

  private static Parameter text(String name, In in, @Nullable String value) {
    var schema = JsonNodeFactory.instance.objectNode().put("type", "string");
    @Nullable JsonNode usual = value == null ? null : JsonNodeFactory.instance.stringNode(value);
    if (usual != null) {
      schema.set("default", usual);
    }
    return Parameter.of(name, in)
        .with(p -> {
          p.schema = schema;
          p.required = true;
          p.defaultValue = usual;
        });
  }

  /** Inputs of a flow have one name each, wherever they travel. */
  private static List<Parameter> uniquelyNamed(List<Parameter> parameters) {
    Set<String> taken = new HashSet<>();
    List<Parameter> unique = new ArrayList<>();
    for (Parameter parameter : parameters) {
      String name = parameter.name();
      if (!taken.add(name)) {
        String free = name + "_" + parameter.in().word();
        for (int i = 2; !taken.add(free); i++) {
          free = name + "_" + parameter.in().word() + i;
        }
        String chosen = free;
        unique.add(
            parameter.with(p -> {
              p.name = chosen;
              p.wireName = parameter.sentAs();
            }));
      } else {
        unique.add(parameter);
      }
    }
    return unique;
  }
}
