package io.patchbay.importing;

import io.patchbay.api.Api;
import io.patchbay.api.ApiMethod;
import io.patchbay.api.Parameter;
import io.patchbay.api.ResponseShape;
import io.patchbay.common.InvalidException;
import io.patchbay.common.Json;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** Reads back what an export of ours holds beyond OpenAPI, in {@code x-patchbay}. */
final class OpenApiOwn {

  /** What of a definition OpenAPI has no word for. */
  static final List<String> WORDS =
      List.of("slug", "auth", "variables", "environments", "headers", "policies", "customizations");

  /** What of a method OpenAPI has no word for. */
  static final List<String> METHOD_WORDS =
      List.of("headers", "idempotent", "policies", "customizations", "baseUrl");

  private OpenApiOwn() {}

  /** The definition with its own words put over what was read without them. */
  static Api read(OpenApiReading reading, Api api) {
    Spot own = OpenApiReading.own(reading.root);
    if (!own.isObject()) {
      return api;
    }
    try {
      Api whole = api.withMethods(withFurther(own, api.methods()));
      JsonNode all = over(Json.toTree(whole), own, WORDS, List.of("baseUrl", "servers"));
      Api read = Json.convert(all, Api.class);
      PatchbayReader.warning(read)
          .ifPresent(text -> reading.findings.note(own.field("auth"), text));
      return read;
    } catch (InvalidException e) {
      reading.findings.leftOut(own, "It cannot be understood: " + e.getMessage());
      return api;
    }
  }

  /** As {@link #read(OpenApiReading, Api)}, for one method. */
  static ApiMethod read(OpenApiReading reading, Spot operation, ApiMethod method) {
    Spot own = OpenApiReading.own(operation);
    if (!own.isObject()) {
      return method;
    }
    try {
      ApiMethod further =
          method.with(parts -> {
            parts.parameters = among(parts.parameters, own.field("parameters"), Parameter.class);
            parts.responses = among(parts.responses, own.field("responses"), ResponseShape.class);
          });
      JsonNode whole = over(Json.toTree(further), own, METHOD_WORDS, List.of());
      return Json.convert(whole, ApiMethod.class);
    } catch (InvalidException e) {
      reading.findings.leftOut(own, "It cannot be understood: " + e.getMessage());
      return method;
    }
  }

  private static JsonNode over(
      JsonNode whole, Spot own, List<String> words, List<String> furtherWords) {
    var copy = (ObjectNode) whole;
    for (List<String> list : List.of(words, furtherWords)) {
      for (String word : list) {
        if (own.field(word).isGiven()) {
          copy.set(word, own.field(word).value());
        }
      }
    }
    return copy;
  }

  /** With further ones, each at its place. */
  private static <T> List<T> among(List<T> known, Spot further, Class<T> type) {
    List<T> all = new ArrayList<>(known);
    for (Spot element : further.elements()) {
      int at = element.field("at").value().asInt(all.size());
      all.add(Math.clamp(at, 0, all.size()), Json.convert(element.field("value").value(), type));
    }
    return all;
  }

  private static <T> List<T> and(List<T> known, Spot further, Class<T> type) {
    List<T> all = new ArrayList<>(known);
    further.elements().forEach(element -> all.add(Json.convert(element.value(), type)));
    return all;
  }

  /** With the methods whose verbs OpenAPI does not know, in the order that the definition had. */
  private static List<ApiMethod> withFurther(Spot own, List<ApiMethod> methods) {
    List<ApiMethod> all = and(methods, own.field("methods"), ApiMethod.class);
    Map<String, Integer> order = new HashMap<>();
    for (Spot name : own.field("order").elements()) {
      order.putIfAbsent(name.text(""), order.size());
    }
    if (!order.isEmpty()) {
      all.sort(
          Comparator.comparingInt(method -> order.getOrDefault(method.name(), Integer.MAX_VALUE)));
    }
    return all;
  }
}
