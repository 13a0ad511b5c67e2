package io.patchbay.importing;

import io.patchbay.api.Api;
import io.patchbay.api.ApiMethod;
import io.patchbay.api.Parameter;
import io.patchbay.api.RequestBody;
import io.patchbay.api.ResponseShape;
import io.patchbay.common.Json;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** Writes methods as operations of OpenAPI 3.1. */
final class OpenApiMethodWriter {

  private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

  private final Api api;
  private final Function<String, ObjectNode> server;

  /**
   * @param server writes an address as a server
   */
  OpenApiMethodWriter(Api api, Function<String, ObjectNode> server) {
    this.api = api;
    this.server = server;
  }

  /** A schema with its references as OpenAPI has them. */
  static JsonNode schema(JsonNode schema) {
    return SchemaReferences.rewrite(
        schema,
        reference ->
            reference.startsWith(OpenApiSchemas.SHARED)
                ? "#/components/schemas/"
                    + JsonPointer.escape(reference.substring(OpenApiSchemas.SHARED.length()))
                : reference);
  }

  /** Adds the method to its path; a second one of the same verb gets a path told apart by '#'. */
  void write(ObjectNode paths, ApiMethod method) {
    String verb = method.verb().name().toLowerCase(Locale.ROOT);
    String plain = method.path().replaceFirst("[?#].*", "");
    String key = plain.startsWith("/") ? plain : "/" + plain;
    if (paths.path(key).has(verb)) {
      key = key + "#" + method.name();
    }
    JsonNode known = paths.get(key);
    ObjectNode item = known instanceof ObjectNode object ? object : paths.putObject(key);
    item.set(verb, operation(method, plain.equals(method.path()) && plain.startsWith("/")));
  }

  private ObjectNode operation(ApiMethod method, boolean pathFits) {
    var operation = NODES.objectNode().put("operationId", method.name());
    put(operation, "summary", method.title());
    put(operation, "description", method.description());
    if (!method.tags().isEmpty()) {
      method.tags().forEach(operation.putArray("tags")::add);
    }
    if (method.deprecated()) {
      operation.put("deprecated", true);
    }
    if (method.baseUrl() != null) {
      operation.putArray("servers").add(server.apply(method.baseUrl()));
    }
    var own = ownWords(method, pathFits);
    parameters(operation, own, method.parameters());
    if (method.body() != null) {
      operation.set("requestBody", body(method.body()));
    }
    responses(operation, own, method.responses());
    if (method.security() != null) {
      operation.set("security", Json.toTree(method.security()));
    }
    if (!own.isEmpty()) {
      operation.set(OpenApiReading.OWN, own);
    }
    return operation;
  }

  private ObjectNode ownWords(ApiMethod method, boolean pathFits) {
    var own = NODES.objectNode();
    JsonNode whole = Json.toTree(method);
    for (String word : OpenApiOwn.METHOD_WORDS) {
      if (whole.has(word) && !word.equals("baseUrl")) {
        own.set(word, whole.get(word));
      }
    }
    if (!pathFits) {
      own.put("path", method.path());
    }
    if (api.baseUrl().equals(method.baseUrl())) {
      own.put("baseUrl", method.baseUrl());
    }
    return own;
  }

  private static void parameters(ObjectNode operation, ObjectNode own, List<Parameter> parameters) {
    Set<String> written = new HashSet<>();
    for (int i = 0; i < parameters.size(); i++) {
      Parameter parameter = parameters.get(i);
      if (written.add(parameter.in() + " " + parameter.sentAs())) {
        array(operation, "parameters").add(parameter(parameter));
      } else {
        further(own, "parameters", i, parameter);
      }
    }
  }

  private static ObjectNode parameter(Parameter parameter) {
    var node = NODES.objectNode();
    node.put("name", parameter.sentAs()).put("in", parameter.in().word());
    put(node, "description", parameter.description());
    if (parameter.required()) {
      node.put("required", true);
    }
    if (parameter.deprecated()) {
      node.put("deprecated", true);
    }
    put(node, "style", parameter.style());
    if (parameter.explode() != null) {
      node.put("explode", parameter.explode());
    }
    if (parameter.allowReserved() != null) {
      node.put("allowReserved", parameter.allowReserved());
    }
    ObjectNode holder =
        parameter.contentType() == null
            ? node
            : node.putObject("content").putObject(parameter.contentType());
    JsonNode schema = parameter.schema();
    if (schema != null) {
      holder.set("schema", schema(schema));
    } else if (parameter.contentType() == null) {
      holder.putObject("schema");
    }
    set(holder, "example", parameter.example());
    var own = ownWords(parameter);
    if (!own.isEmpty()) {
      node.set(OpenApiReading.OWN, own);
    }
    return node;
  }

  private static ObjectNode ownWords(Parameter parameter) {
    var own = NODES.objectNode();
    if (parameter.wireName() != null) {
      own.put("name", parameter.name());
    }
    if (parameter.redacted() != OpenApiParameterReader.isSecret(parameter.schema())) {
      own.put("redacted", parameter.redacted());
    }
    JsonNode usual = OpenApiParameterReader.usual(parameter.required(), parameter.schema());
    if (!Objects.equals(usual, parameter.defaultValue())) {
      if (parameter.defaultValue() == null) {
        own.put("noDefault", true);
      } else {
        own.set("default", parameter.defaultValue());
      }
    }
    if (parameter.schema() == null && parameter.contentType() == null) {
      own.put("noSchema", true);
    }
    return own;
  }

  private static ObjectNode body(RequestBody body) {
    var node = NODES.objectNode();
    put(node, "description", body.description());
    if (body.required()) {
      node.put("required", true);
    }
    var media = node.putObject("content").putObject(body.contentType());
    media(media, body.schema(), body.example());
    if (!body.encoding().isEmpty()) {
      media.set("encoding", Json.toTree(body.encoding()));
    }
    return node;
  }

  private static void responses(
      ObjectNode operation, ObjectNode own, List<ResponseShape> responses) {
    if (responses.isEmpty()) {
      return;
    }
    var byStatus = operation.putObject("responses");
    for (int i = 0; i < responses.size(); i++) {
      ResponseShape response = responses.get(i);
      if (byStatus.has(response.status())) {
        further(own, "responses", i, response);
      } else {
        byStatus.set(response.status(), response(response));
      }
    }
  }

  private static ObjectNode response(ResponseShape response) {
    var node = NODES.objectNode();
    node.put("description", response.description() == null ? "" : response.description());
    if (!response.headers().isEmpty()) {
      var headers = node.putObject("headers");
      response
          .headers()
          .forEach((name, schema) -> headers.putObject(name).set("schema", schema(schema)));
    }
    String type = response.contentType();
    if (type != null || response.schema() != null || response.example() != null) {
      var media = node.putObject("content").putObject(type == null ? RequestBody.JSON : type);
      media(media, response.schema(), response.example());
      if (type == null) {
        media.putObject(OpenApiReading.OWN).put("noType", true);
      }
    }
    return node;
  }

  private static void media(
      ObjectNode media, @Nullable JsonNode schema, @Nullable JsonNode example) {
    if (schema != null) {
      media.set("schema", schema(schema));
    }
    set(media, "example", example);
  }

  /** One that OpenAPI has no place for, as it has one of that name. */
  private static void further(ObjectNode own, String key, int index, Object value) {
    array(own, key).addObject().put("at", index).set("value", Json.toTree(value));
  }

  private static ArrayNode array(ObjectNode holder, String key) {
    return holder.get(key) instanceof ArrayNode known ? known : holder.putArray(key);
  }

  private static void put(ObjectNode holder, String key, @Nullable String text) {
    if (text != null) {
      holder.put(key, text);
    }
  }

  private static void set(ObjectNode holder, String key, @Nullable JsonNode value) {
    if (value != null) {
      holder.set(key, value);
    }
  }
}
