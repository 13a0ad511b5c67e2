package io.patchbay.importing;

import java.util.Set;

/** The keywords of schemas, by what their values are. */
final class OpenApiSchemaWords {

  private OpenApiSchemaWords() {}

  static final Set<String> MAPS = Set.of("properties", "patternProperties", "dependentSchemas");
  static final Set<String> SCHEMAS =
      Set.of(
          "additionalProperties",
          "not",
          "if",
          "then",
          "else",
          "contains",
          "propertyNames",
          "unevaluatedItems",
          "unevaluatedProperties",
          "contentSchema",
          "items");
  static final Set<String> LISTS = Set.of("allOf", "anyOf", "oneOf", "prefixItems");
  static final Set<String> NUMBERS =
      Set.of(
          "minimum",
          "maximum",
          "exclusiveMinimum",
          "exclusiveMaximum",
          "multipleOf",
          "minLength",
          "maxLength",
          "minItems",
          "maxItems",
          "minProperties",
          "maxProperties",
          "minContains",
          "maxContains");
  static final Set<String> TEXTS =
      Set.of("title", "format", "pattern", "contentEncoding", "contentMediaType", "$comment");
  static final Set<String> FLAGS = Set.of("readOnly", "writeOnly", "deprecated", "uniqueItems");

  /** Handled on their own, or of no use once references are followed. */
  static final Set<String> APART =
      Set.of(
          "$ref",
          "$dynamicRef",
          "$id",
          "$schema",
          "$anchor",
          "$dynamicAnchor",
          "$vocabulary",
          "$defs",
          "definitions",
          "additionalItems",
          "nullable",
          "example",
          "examples",
          "type",
          "required",
          "enum",
          "description",
          "discriminator",
          "collectionFormat");

  /** What may stand beside a reference before 3.1, where it is ignored unless it only describes. */
  static final Set<String> BESIDE =
      Set.of("title", "description", "deprecated", "readOnly", "writeOnly", "default", "example");
}
