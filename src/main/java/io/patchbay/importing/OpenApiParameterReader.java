package io.patchbay.importing;

import io.patchbay.api.Parameter;
import io.patchbay.api.Parameter.In;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** Reads one parameter of any generation of OpenAPI. */
final class OpenApiParameterReader {

  private static final Pattern TOKEN = Pattern.compile("[!#$%&'*+.^_`|~0-9A-Za-z-]+");
  private static final Map<In, Set<String>> STYLES =
      Map.of(
          In.PATH, Set.of("simple", "label", "matrix"),
          In.QUERY, Set.of("form", "spaceDelimited", "pipeDelimited", "deepObject"),
          In.HEADER, Set.of("simple"),
          In.COOKIE, Set.of("form", "cookie"));

  /** The keywords of a schema that OpenAPI 2.0 writes at the parameter itself. */
  private static final List<String> SCHEMA_WORDS =
      List.of(
          "type",
          "format",
          "items",
          "default",
          "enum",
          "minimum",
          "maximum",
          "exclusiveMinimum",
          "exclusiveMaximum",
          "multipleOf",
          "minLength",
          "maxLength",
          "pattern",
          "minItems",
          "maxItems",
          "uniqueItems",
          "x-nullable",
          "properties",
          "additionalProperties",
          "oneOf",
          "anyOf",
          "allOf");

  private final OpenApiReading reading;

  OpenApiParameterReader(OpenApiReading reading) {
    this.reading = reading;
  }

  /** Absent, with a finding, when it cannot be understood. */
  @Nullable Parameter read(Spot spot) {
    String wireName = spot.field("name").text("");
    In in = in(spot);
    if (in == null) {
      return null;
    }
    if ((in == In.HEADER || in == In.COOKIE) && !TOKEN.matcher(wireName).matches()) {
      reading.findings.leftOut(
          spot, "'%s' cannot be the name of a %s.".formatted(wireName, in.word()));
      return null;
    }
    Parameter parameter =
        Parameter.of(wireName, in)
            .with(p -> {
              p.description = reading.description(spot.field("description"));
              p.required = spot.isTrue("required") || in == In.PATH;
              p.deprecated = spot.isTrue("deprecated");
              p.allowReserved = flag(spot, "allowReserved");
              p.example = OpenApiMedia.example(reading, spot);
            });
    return own(spot, withUsual(withStyle(spot, withSchema(spot, parameter))));
  }

  private @Nullable In in(Spot spot) {
    String in = spot.field("in").text("");
    return switch (in) {
      case "path" -> In.PATH;
      case "query" -> In.QUERY;
      case "header" -> In.HEADER;
      case "cookie" -> In.COOKIE;
      case "querystring" -> {
        // OpenAPI 3.2: the whole query is one object, which an exploded form is, too.
        reading.findings.changed(spot, "The whole query is an object here; its fields are sent.");
        yield In.QUERY;
      }
      default -> {
        reading.findings.leftOut(spot, "A parameter cannot travel in '%s'.".formatted(in));
        yield null;
      }
    };
  }

  private Parameter withSchema(Spot spot, Parameter parameter) {
    Spot schema = spot.field("schema");
    if (schema.isGiven()) {
      return parameter.with(p -> p.schema = reading.schemas.inline(schema));
    }
    List<Spot> content = reading.entries(spot.field("content"), "Media types");
    if (!content.isEmpty()) {
      Spot media = content.getFirst();
      boolean whole = spot.field("in").text("").equals("querystring");
      return parameter.with(p -> {
        p.contentType = whole ? null : media.key();
        p.schema = reading.schemas.inlineOf(media, "schema");
        p.example = p.example == null ? OpenApiMedia.example(reading, media) : p.example;
      });
    }
    Spot old = oldSchema(spot);
    return old.value().isEmpty()
        ? parameter
        : parameter.with(p -> p.schema = reading.schemas.inline(old));
  }

  /** The part of a parameter of OpenAPI 2.0 that is its schema. */
  static Spot oldSchema(Spot spot) {
    ObjectNode schema = JsonNodeFactory.instance.objectNode();
    for (String word : SCHEMA_WORDS) {
      if (spot.field(word).isGiven()) {
        schema.set(word, spot.field(word).value());
      }
    }
    return new Spot(spot.document(), spot.path(), schema);
  }

  private Parameter withStyle(Spot spot, Parameter parameter) {
    String format = spot.field("collectionFormat").text();
    boolean isList = spot.field("type").text("").equals("array");
    if (reading.version.isV2() || format != null) {
      return isList ? oldStyle(spot, parameter, format == null ? "csv" : format) : parameter;
    }
    String style = spot.field("style").text();
    boolean fits =
        style == null
            || reading.isOurs
            || STYLES.getOrDefault(parameter.in(), Set.of()).contains(style);
    if (!fits) {
      reading.findings.changed(
          spot.field("style"),
          "There is no style '%s' in %s; the usual one is used."
              .formatted(style, parameter.in().word()));
    }
    return parameter.with(p -> {
      p.style = fits ? style : null;
      p.explode = flag(spot, "explode");
    });
  }

  private Parameter oldStyle(Spot spot, Parameter parameter, String format) {
    if (parameter.in() != In.QUERY) {
      if (!format.equals("csv")) {
        reading.findings.changedOften(
            spot,
            "A list in a path or header is written with commas, not as '%s'.".formatted(format));
      }
      return parameter;
    }
    if (format.equals("tsv")) {
      reading.findings.changedOften(spot, "A list with tabs between (tsv) is written with commas.");
    }
    return parameter.with(p -> {
      p.style =
          switch (format) {
            case "ssv" -> "spaceDelimited";
            case "pipes" -> "pipeDelimited";
            default -> "form";
          };
      p.explode = format.equals("multi");
    });
  }

  /**
   * What is required and has a usual value is sent with it. The usual value of an optional one is
   * what the API takes by itself, so it stays in the schema.
   */
  private static Parameter withUsual(Parameter parameter) {
    JsonNode schema = parameter.schema();
    return parameter.with(p -> {
      p.defaultValue = usual(parameter.required(), schema);
      p.redacted = schema != null && isSecret(schema);
    });
  }

  /** The value that is sent when nothing else says so. */
  static @Nullable JsonNode usual(boolean required, @Nullable JsonNode schema) {
    return required && schema != null ? schema.get("default") : null;
  }

  static boolean isSecret(@Nullable JsonNode schema) {
    return schema != null && schema.path("format").asString("").equals("password");
  }

  /** What an export of ours says beyond OpenAPI. */
  private static Parameter own(Spot spot, Parameter parameter) {
    Spot own = OpenApiReading.own(spot);
    if (!own.isObject()) {
      return parameter;
    }
    return parameter.with(p -> {
      own.textOf("name")
          .ifPresent(name -> {
            p.wireName = name.equals(parameter.name()) ? null : parameter.name();
            p.name = name;
          });
      if (!own.field("redacted").value().isMissingNode()) {
        p.redacted = own.isTrue("redacted");
      }
      if (!own.field("default").value().isMissingNode()) {
        p.defaultValue = own.field("default").value();
      }
      if (own.isTrue("noDefault")) {
        p.defaultValue = null;
      }
      if (own.isTrue("noSchema")) {
        p.schema = null;
      }
    });
  }

  private static @Nullable Boolean flag(Spot spot, String key) {
    return spot.field(key).isGiven() ? Boolean.valueOf(spot.isTrue(key)) : null;
  }
}
