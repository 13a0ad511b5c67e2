package io.patchbay.ui.apis;

import java.util.List;
import tools.jackson.databind.JsonNode;

/**
 * A line of the tree of a schema.
 *
 * @param path keywords and names from the root to it, for example {@code properties, tags, items}
 * @param core the way to what it says of values that are not null; mostly the path itself
 * @param schema what stands there
 * @param foreign whether it stands in another schema and is only shown here
 */
record SchemaRow(
    List<String> path,
    List<String> core,
    Kind kind,
    String name,
    int depth,
    JsonNode schema,
    boolean required,
    boolean nullable,
    boolean foreign,
    boolean expandable) {

  /** What a line stands for. */
  enum Kind {
    ROOT,
    /** A field of an object; it has a name. */
    FIELD,
    /** Each element of a list. */
    ELEMENT,
    /** Each value of a map. */
    VALUE,
    /** One of several alternatives or parts. */
    OPTION
  }

  /** Tells lines apart. */
  String key() {
    return String.join("\n", path);
  }

  SchemaType type() {
    return SchemaType.of(schema);
  }

  /** The named schema that it refers to; empty for none. */
  String reference() {
    String reference = schema.path("$ref").asString("");
    return reference.startsWith(SchemaDrafts.PREFIX)
        ? reference.substring(SchemaDrafts.PREFIX.length())
        : "";
  }
}
