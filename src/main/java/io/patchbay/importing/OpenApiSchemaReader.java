package io.patchbay.importing;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.LinkedHashSet;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * Writes a schema of any generation of OpenAPI in the words of JSON Schema 2020-12. A keyword whose
 * value makes no sense is left out, the others stay.
 */
final class OpenApiSchemaReader {

  private static final JsonNodeFactory NODES = JsonNodeFactory.instance;
  private static final Pattern NUMBER = Pattern.compile("-?[0-9]{1,300}(\\.[0-9]{1,300})?");

  private final OpenApiReading reading;
  private final OpenApiSchemas schemas;

  OpenApiSchemaReader(OpenApiReading reading, OpenApiSchemas schemas) {
    this.reading = reading;
    this.schemas = schemas;
  }

  /** The schema in new words; one that takes anything when it is no schema. */
  JsonNode read(Spot schema) {
    if (schema.value().isBoolean()) {
      return schema.value();
    }
    if (!schema.isObject()) {
      reading.findings.changed(
          schema,
          "A schema has to be an object, here it is %s; any value is taken."
              .formatted(schema.kind()));
      return NODES.objectNode();
    }
    var copy = NODES.objectNode();
    boolean referring = refer(schema, copy);
    boolean onlyBeside = referring && !reading.version.hasFullSchemas();
    for (Spot member : schema.members()) {
      if (!onlyBeside || OpenApiSchemaWords.BESIDE.contains(member.key())) {
        member(copy, member);
      } else if (!member.key().equals("$ref") && !member.key().equals("nullable")) {
        reading.findings.note(
            member, "What stands beside a $ref does not count before OpenAPI 3.1.");
      }
    }
    if (!onlyBeside) {
      OpenApiSchemaTypes.limits(copy);
      required(schema, copy);
      furtherItems(schema, copy);
    }
    OpenApiSchemaTypes.examples(schema, copy);
    if (schema.isTrue("nullable") || schema.isTrue("x-nullable")) {
      OpenApiSchemaTypes.allowNull(copy);
    }
    return copy;
  }

  /** Whether there is a reference. */
  private boolean refer(Spot schema, ObjectNode copy) {
    String reference = schema.reference();
    if (reference == null) {
      reference = schema.field("$dynamicRef").text();
      if (reference == null) {
        return false;
      }
      reading.findings.note(
          schema, "$dynamicRef is taken as $ref; what overrides it elsewhere is not.");
    }
    schemas.reference(schema, reference).ifPresent(own -> copy.put("$ref", own));
    return true;
  }

  private void member(ObjectNode copy, Spot member) {
    String key = member.key();
    if (OpenApiSchemaWords.APART.contains(key)) {
      apart(copy, member);
    } else if (member.value().isNull() && !key.equals("default") && !key.equals("const")) {
      reading.findings.changedOften(
          member, "'%s' of a schema has no value and was left out.".formatted(key));
    } else if (OpenApiSchemaWords.MAPS.contains(key)) {
      map(copy, member);
    } else if (OpenApiSchemaWords.SCHEMAS.contains(key)) {
      schema(copy, member);
    } else if (OpenApiSchemaWords.LISTS.contains(key)) {
      list(copy, member);
    } else if (OpenApiSchemaWords.NUMBERS.contains(key)) {
      number(copy, member);
    } else if (OpenApiSchemaWords.TEXTS.contains(key)) {
      keep(copy, member, textNode(member.text()));
    } else if (OpenApiSchemaWords.FLAGS.contains(key)) {
      keep(copy, member, flag(member));
    } else {
      copy.set(key, member.value());
    }
  }

  private void apart(ObjectNode copy, Spot member) {
    switch (member.key()) {
      case "description" -> {
        String text = reading.description(member);
        if (text != null) {
          copy.put("description", text);
        }
      }
      case "enum" -> keep(copy, member, member.value().isArray() ? member.value() : null);
      case "discriminator" -> discriminator(copy, member);
      case "type" -> OpenApiSchemaTypes.type(reading, member, copy);
      // These keep their place, and get their value once the whole schema was seen.
      case "required" -> copy.putNull("required");
      case "example", "examples" -> copy.putNull("examples");
      default -> {}
    }
  }

  private void map(ObjectNode copy, Spot map) {
    var copies = NODES.objectNode();
    for (Spot entry : reading.entries(map, "'%s' of a schema".formatted(map.key()))) {
      copies.set(entry.key(), read(entry));
    }
    if (map.isObject()) {
      copy.set(map.key(), copies);
    }
  }

  private void schema(ObjectNode copy, Spot schema) {
    if (schema.key().equals("items") && schema.value().isArray()) {
      copy.set("prefixItems", all(schema));
      return;
    }
    JsonNode flag = schema.value().isString() ? flag(schema) : null;
    copy.set(schema.key(), flag == null ? read(schema) : flag);
  }

  private void list(ObjectNode copy, Spot list) {
    if (list.isObject()) {
      copy.putArray(list.key()).add(read(list));
    } else if (list.value().isArray()) {
      copy.set(list.key(), all(list));
    } else {
      wrong(list);
    }
  }

  private ArrayNode all(Spot list) {
    var copies = NODES.arrayNode();
    for (Spot element : list.elements()) {
      if (element.isObject() || element.value().isBoolean()) {
        copies.add(read(element));
      } else {
        wrong(element);
      }
    }
    return copies;
  }

  private void number(ObjectNode copy, Spot number) {
    if (number.value().isNumber()) {
      copy.set(number.key(), number.value());
    } else if (number.value().isBoolean() && number.key().startsWith("exclusive")) {
      // Before 3.1 this was a flag beside the limit; see OpenApiSchemaTypes.
      copy.set(number.key(), number.value());
    } else if (NUMBER.matcher(number.text("").strip()).matches()) {
      copy.set(number.key(), numberNode(number.text("").strip()));
    } else {
      wrong(number);
    }
  }

  private static JsonNode numberNode(String digits) {
    return digits.indexOf('.') < 0
        ? JsonSource.integer(new BigInteger(digits))
        : NODES.numberNode(new BigDecimal(digits));
  }

  private void discriminator(ObjectNode copy, Spot discriminator) {
    if (discriminator.value().isString()) {
      copy.putObject("discriminator").set("propertyName", discriminator.value());
      return;
    }
    if (!discriminator.isObject()) {
      wrong(discriminator);
      return;
    }
    var own = copy.putObject("discriminator");
    for (Spot member : discriminator.members()) {
      if (member.key().equals("mapping") && member.isObject()) {
        mapping(own.putObject("mapping"), member);
      } else {
        own.set(member.key(), member.value());
      }
    }
  }

  private void mapping(ObjectNode own, Spot mapping) {
    for (var entry : mapping.value().properties()) {
      Spot target = mapping.field(entry.getKey());
      String said = target.text();
      if (said != null) {
        boolean isName = reading.components("schemas").field(said).isGiven();
        String reference =
            isName
                ? (reading.version.isV2() ? "#/definitions/" : "#/components/schemas/")
                    + JsonPointer.escape(said)
                : said;
        Spot from = isName ? reading.root : target;
        schemas.reference(from, reference).ifPresent(shared -> own.put(entry.getKey(), shared));
      }
    }
  }

  private void furtherItems(Spot schema, ObjectNode copy) {
    Spot further = schema.field("additionalItems");
    if (further.isGiven() && schema.field("items").value().isArray()) {
      copy.set("items", read(further));
    }
  }

  /** In OpenAPI 2 and draft 3, some write {@code required: true} at the field itself. */
  private static void required(Spot schema, ObjectNode copy) {
    Set<String> names = new LinkedHashSet<>();
    for (Spot name : schema.field("required").elements()) {
      if (name.value().isString()) {
        names.add(name.value().stringValue());
      }
    }
    for (Spot field : schema.field("properties").entries()) {
      if (field.field("required").value().isBoolean() && field.isTrue("required")) {
        names.add(field.key());
      }
    }
    if (!names.isEmpty() || schema.field("required").value().isArray()) {
      names.forEach(copy.putArray("required")::add);
    } else {
      copy.remove("required");
    }
  }

  private void keep(ObjectNode copy, Spot member, @Nullable JsonNode value) {
    if (value == null) {
      wrong(member);
    } else {
      copy.set(member.key(), value);
    }
  }

  private void wrong(Spot member) {
    DocPath list = member.path().parent();
    String keyword = member.path().element() && list != null ? list.name() : member.key();
    reading.findings.changedOften(
        member,
        "'%s' of a schema cannot %s %s and was left out."
            .formatted(keyword, member.path().element() ? "hold" : "be", member.kind()));
  }

  private static @Nullable JsonNode textNode(@Nullable String text) {
    return text == null ? null : NODES.stringNode(text);
  }

  private static @Nullable JsonNode flag(Spot spot) {
    return switch (spot.text("")) {
      case "true", "True" -> NODES.booleanNode(true);
      case "false", "False" -> NODES.booleanNode(false);
      default -> null;
    };
  }
}
