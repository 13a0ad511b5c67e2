package io.patchbay.change;

import io.patchbay.api.Api;
import io.patchbay.api.ApiMethod;
import io.patchbay.api.Parameter;
import io.patchbay.api.Verb;
import io.patchbay.common.Json;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.function.UnaryOperator;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** Edits APIs as people and sources do, at random but repeatably. */
final class RandomEdits {

  static final Api BASE =
      ApiDiffTest.api(
          """
          name: Shop
          baseUrl: https://shop.test
          headers: {X-A: a}
          variables: {region: eu}
          methods:
            - name: listOrders
              path: /orders
              tags: [orders]
              parameters: [{name: limit, schema: {type: integer}}, {name: page, default: 1}]
              responses:
                - {status: '200', schema: {type: array, items: {$ref: '#/schemas/Order'}}}
                - {status: '404'}
            - name: getOrder
              path: /orders/{id}
              parameters: [{name: id, in: path}, {name: X-Trace, in: header}]
              responses: [{status: '200', schema: {$ref: '#/schemas/Order'}}]
            - name: createOrder
              verb: POST
              path: /orders
              body: {required: true, schema: {$ref: '#/schemas/Order'}}
              responses: [{status: '201', schema: {$ref: '#/schemas/Order'}}]
            - {name: ping, path: /ping}
          schemas:
            Order:
              type: object
              required: [id]
              properties:
                id: {type: string}
                lines: {type: array, items: {$ref: '#/schemas/Line'}}
                state: {type: string, enum: [open, sold]}
            Line: {type: object, properties: {price: {type: number}, order: {$ref: '#/schemas/Order'}}}
          """);

  private final Random random;
  private final String side;

  /**
   * Edits of one side.
   *
   * @param side goes into names that it makes up, so that the other side makes up others
   */
  RandomEdits(long seed, String side) {
    this.random = new Random(seed);
    this.side = side;
  }

  Api edit(Api api, int times) {
    Api edited = api;
    for (int i = 0; i < times; i++) {
      edited = edit(edited);
    }
    return edited;
  }

  private Api edit(Api api) {
    String word = side + random.nextInt(100);
    return switch (random.nextInt(10)) {
      case 0 -> api.with(parts -> parts.description = word);
      case 1 -> api.with(parts -> parts.headers = put(parts.headers, word, "v"));
      case 2 -> api.with(parts -> parts.variables = Map.of());
      case 3 -> api.withMethods(added(api.methods(), ApiMethod.of(word, Verb.GET, "/" + word)));
      case 4 -> api.withMethods(removed(api.methods()));
      case 5 -> api.with(parts -> parts.schemas = schemas(parts.schemas, word));
      default -> api.withMethods(replaced(api.methods(), method -> method(method, word)));
    };
  }

  private ApiMethod method(ApiMethod method, String word) {
    return method.with(parts -> {
      switch (random.nextInt(9)) {
        case 0 -> parts.title = word;
        case 1 -> parts.deprecated = !parts.deprecated;
        case 2 -> parts.tags = added(parts.tags, word);
        case 3 ->
            parts.parameters = added(parts.parameters, Parameter.of(word, Parameter.In.QUERY));
        case 4 ->
            parts.parameters =
                parts.parameters.stream().filter(p -> p.in() == Parameter.In.PATH).toList();
        case 5, 6 -> parts.parameters = replaced(parts.parameters, p -> parameter(p, word));
        case 7 -> parts.responses = removed(parts.responses);
        default -> parts.description = word;
      }
    });
  }

  private Parameter parameter(Parameter parameter, String word) {
    return parameter.with(parts -> {
      switch (random.nextInt(4)) {
        case 0 -> parts.required = !parts.required;
        case 1 -> parts.defaultValue = Json.toTree(word);
        case 2 ->
            parts.schema = Yaml.read("{type: string, enum: [%s]}".formatted(word), JsonNode.class);
        default -> parts.description = word;
      }
    });
  }

  private Map<String, JsonNode> schemas(Map<String, JsonNode> schemas, String word) {
    Map<String, JsonNode> edited = new LinkedHashMap<>(schemas);
    var names = List.copyOf(schemas.keySet());
    String name = names.get(random.nextInt(names.size()));
    var schema = (ObjectNode) schemas.get(name).deepCopy();
    var properties = schema.withObject("properties");
    switch (random.nextInt(4)) {
      case 0 -> properties.set(word, Yaml.read("{type: string}", JsonNode.class));
      case 1 -> schema.put("description", word);
      case 2 -> properties.forEach(property -> ((ObjectNode) property).put("title", word));
      default -> schema.withArray("required").add(word);
    }
    edited.put(name, schema);
    return edited;
  }

  private static <T> List<T> added(List<T> list, T element) {
    List<T> copy = new ArrayList<>(list);
    copy.remove(element);
    copy.add(element);
    return copy;
  }

  private <T> List<T> removed(List<T> list) {
    List<T> copy = new ArrayList<>(list);
    if (copy.size() > 1) {
      copy.remove(random.nextInt(copy.size()));
    }
    return copy;
  }

  private <T> List<T> replaced(List<T> list, UnaryOperator<T> change) {
    List<T> copy = new ArrayList<>(list);
    if (!copy.isEmpty()) {
      int index = random.nextInt(copy.size());
      copy.set(index, change.apply(copy.get(index)));
    }
    return copy;
  }

  private static Map<String, String> put(Map<String, String> map, String key, String value) {
    Map<String, String> copy = new LinkedHashMap<>(map);
    copy.put(key, value);
    return copy;
  }

  /** All leaves by their path; elements of lists by what they are known by, or by their value. */
  static Map<String, String> leaves(Api api) {
    Map<String, String> leaves = new TreeMap<>();
    collect("", Json.toTree(api), leaves);
    return leaves;
  }

  private static void collect(String path, JsonNode tree, Map<String, String> leaves) {
    if (tree.isContainer() && tree.isEmpty()) {
      leaves.put(path, tree.toString());
    } else if (tree.isObject()) {
      tree.properties().forEach(e -> collect(path + "/" + e.getKey(), e.getValue(), leaves));
    } else if (tree.isArray()) {
      tree.forEach(element ->
          collect(
              path
                  + "/"
                  + element
                      .path("name")
                      .asString(element.path("status").asString(element.toString())),
              element,
              leaves));
    } else {
      leaves.put(path, tree.toString());
    }
  }
}
