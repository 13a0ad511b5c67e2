package io.patchbay.bench;

import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * Makes a description of the size of the largest public ones: 1,200 operations, 10 MB, schemas that
 * refer to each other and large examples.
 */
final class LargeDescription {

  private static final int PATHS = 400;
  private static final int SCHEMAS = 1_100;
  private static final int FIELDS = 30;
  private static final String PROSE =
      "Returns what the caller may see of it, as it was when the call came in. ";

  private final ObjectNode document = JsonNodeFactory.instance.objectNode();

  private LargeDescription() {}

  static ObjectNode make() {
    var large = new LargeDescription();
    large.document.put("openapi", "3.0.3");
    large.document.putObject("info").put("title", "Large").put("version", "1");
    large.document.putArray("servers").addObject().put("url", "https://api.example.com");
    var paths = large.document.putObject("paths");
    for (int i = 0; i < PATHS; i++) {
      large.path(paths.putObject("/resources%d/{id}/parts/{part}".formatted(i)), i);
    }
    var components = large.document.putObject("components");
    var schemas = components.putObject("schemas");
    for (int i = 0; i < SCHEMAS; i++) {
      large.schema(schemas.putObject("Resource" + i), i);
    }
    return large.document;
  }

  private void path(ObjectNode item, int number) {
    var parameters = item.putArray("parameters");
    for (String name : new String[] {"id", "part"}) {
      parameters
          .addObject()
          .put("name", name)
          .put("in", "path")
          .put("required", true)
          .putObject("schema")
          .put("type", "string");
    }
    for (String verb : new String[] {"get", "put", "delete"}) {
      operation(item.putObject(verb), verb, number);
    }
  }

  private void operation(ObjectNode operation, String verb, int number) {
    operation.put("operationId", "resources/" + verb + number);
    operation.put("summary", verb + " the part");
    operation.put("description", PROSE.repeat(8));
    operation.putArray("tags").add("group" + number % 40);
    var parameters = operation.putArray("parameters");
    for (int i = 0; i < 12; i++) {
      parameters
          .addObject()
          .put("name", "filter" + i)
          .put("in", "query")
          .put("description", PROSE.repeat(2))
          .putObject("schema")
          .put("type", "string")
          .put("nullable", true);
    }
    if (verb.equals("put")) {
      content(operation.putObject("requestBody"), number);
    }
    var responses = operation.putObject("responses");
    for (String status : new String[] {"200", "400", "404"}) {
      content(responses.putObject(status).put("description", PROSE), number);
    }
  }

  private void content(ObjectNode holder, int number) {
    var media = holder.putObject("content").putObject("application/json");
    media.putObject("schema").put("$ref", "#/components/schemas/Resource" + number % SCHEMAS);
    var example = media.putObject("example");
    for (int i = 0; i < 12; i++) {
      example.put("field" + i, "value " + number + " " + i).put("count" + i, number * i);
    }
  }

  private void schema(ObjectNode schema, int number) {
    schema.put("type", "object").put("description", PROSE);
    var fields = schema.putObject("properties");
    for (int i = 0; i < FIELDS; i++) {
      var field = fields.putObject("field" + i);
      switch (i % 5) {
        case 0 -> field.put("$ref", "#/components/schemas/Resource" + (number + i + 1) % SCHEMAS);
        case 1 -> field.put("type", "integer").put("format", "int64").put("example", number);
        case 2 -> field.put("type", "array").putObject("items").put("type", "string");
        case 3 -> {
          var either = field.put("nullable", true).putArray("oneOf");
          either.addObject().put("$ref", "#/components/schemas/Resource" + (number + i) % SCHEMAS);
          either.addObject().put("type", "string").putArray("enum").add("a").add("b").add("c");
        }
        default -> field.put("type", "string").put("description", PROSE.repeat(2));
      }
    }
  }
}
