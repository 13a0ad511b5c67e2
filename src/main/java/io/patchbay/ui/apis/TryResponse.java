package io.patchbay.ui.apis;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Image;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.server.streams.DownloadHandler;
import com.vaadin.flow.server.streams.DownloadResponse;
import io.patchbay.common.Json;
import io.patchbay.expression.Expression;
import io.patchbay.http.ApiResponse;
import io.patchbay.http.TryOutcome;
import io.patchbay.ui.shell.Block;
import io.patchbay.ui.shell.Buttons;
import io.patchbay.ui.shell.CopyButton;
import io.patchbay.ui.shell.Icons;
import io.patchbay.ui.shell.JsonText;
import io.patchbay.ui.shell.JsonTree;
import io.patchbay.ui.shell.Look;
import io.patchbay.ui.shell.Segments;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/** The response to a try: as a tree, as text, as a picture, to be downloaded, its headers. */
final class TryResponse extends Div {

  /** The ways to look at a response. */
  private enum Way {
    TREE,
    TEXT,
    HEADERS
  }

  private static final int MOST_NAMED = 4;
  private static final int MOST_PREVIEWED = 2_000_000;

  private final transient ApiResponse response;
  private final transient TryLessons lessons;
  private final Block block = new Block("Response");
  private final Div place = Look.div("");

  TryResponse(TryOutcome outcome, TryLessons lessons) {
    this.response = outcome.response();
    this.lessons = lessons;
    Map<Way, String> ways = new LinkedHashMap<>();
    if (isValue()) {
      ways.put(Way.TREE, "Tree");
    }
    ways.put(Way.TEXT, isValue() ? "JSON" : "Body");
    ways.put(Way.HEADERS, "Headers " + response.headers().size());
    Way first = ways.keySet().iterator().next();
    block.beside(
        new Segments<>(
            "Response as",
            ways,
            first,
            way -> {
              place.removeAll();
              place.add(content(way));
            }));
    if (hasBody() && lessons.mayLearn() && !outcome.isShortened() && isText()) {
      block.end(
          Look.testId(
              "use-as-example",
              Buttons.neutral(
                  "Use as example", Icons.BOOKMARK_PLUS, () -> lessons.useAsExample(response))));
    }
    addUnknown();
    if (outcome.isShortened()) {
      block.add(
          Look.div("pb-hint pb-block-body", new Span("Only the start of the body was kept.")));
    }
    place.add(content(first));
    block.add(place);
    add(block);
    Look.testId("try-response", this);
  }

  private boolean hasBody() {
    return !Expression.ABSENT.equals(response.body());
  }

  /** Whether the body was read as JSON. */
  private boolean isValue() {
    return hasBody() && !(response.body() instanceof String);
  }

  private boolean isText() {
    String type = response.contentType();
    return type == null || isValue() || BodyKind.of(type) != BodyKind.BINARY;
  }

  private void addUnknown() {
    List<UnknownFields.Unknown> unknown = lessons.unknown(response);
    if (unknown.isEmpty()) {
      return;
    }
    String names =
        unknown.stream()
            .limit(MOST_NAMED)
            .map(UnknownFields.Unknown::shown)
            .collect(Collectors.joining(", "));
    int more = unknown.size() - MOST_NAMED;
    var band =
        Look.div(
            "pb-band warning pb-try-unknown",
            Icons.TRIANGLE_ALERT.create("pb-i14"),
            Look.span(
                "pb-grow",
                "Not in the schema: " + names + (more > 0 ? " and %d more".formatted(more) : "")));
    if (lessons.mayLearn()) {
      band.add(
          Look.testId(
              "add-unknown",
              Buttons.link(
                  unknown.size() == 1 ? "Add field" : "Add fields",
                  () -> lessons.addFields(response, unknown))));
    }
    block.add(band);
  }

  private Component content(Way way) {
    return switch (way) {
      case TREE -> {
        var tree = new JsonTree();
        tree.setJson(Json.write(response.body()), "body");
        tree.addClassName("pb-try-tree");
        yield tree;
      }
      case TEXT -> body();
      case HEADERS -> headers();
    };
  }

  private Component body() {
    if (!hasBody()) {
      return Look.div("pb-hint pb-block-body", new Span("The response has no body."));
    }
    if (isValue()) {
      var shown = JsonText.of(response.body());
      var all = Look.div("", shown);
      all.add(
          Look.div(
              "pb-row pb-try-file-row",
              CopyButton.link("Copy", Json.writePretty(response.body()), "Body")));
      return all;
    }
    String text = String.valueOf(response.body());
    return isText() ? JsonText.ofBody(text) : binary(text);
  }

  private Component binary(String base64) {
    byte[] bytes = decode(base64);
    String type = String.valueOf(response.contentType());
    String mediaType = type.replaceFirst(";.*", "").strip().toLowerCase(Locale.ROOT);
    var all = Look.div("pb-block-body pb-col");
    if (mediaType.startsWith("image/")
        && !mediaType.contains("svg")
        && bytes.length <= MOST_PREVIEWED) {
      var image =
          new Image("data:%s;base64,%s".formatted(mediaType, base64), "The picture that came back");
      image.addClassName("pb-try-image");
      Look.testId("try-image", image);
      all.add(image);
    }
    var name = fileName(mediaType);
    var link =
        new Anchor(
            DownloadHandler.fromInputStream(event ->
                new DownloadResponse(
                    new ByteArrayInputStream(bytes),
                    name,
                    "application/octet-stream",
                    bytes.length)),
            "Download %s, %s".formatted(name, Sizes.of(bytes.length)));
    link.getElement().setAttribute("download", name);
    Look.testId("try-download", link);
    all.add(Look.div("pb-row", Icons.DOWNLOAD.create("pb-i14"), link));
    return all;
  }

  private static byte[] decode(String base64) {
    try {
      return Base64.getDecoder().decode(base64);
    } catch (IllegalArgumentException e) {
      return base64.getBytes(StandardCharsets.UTF_8);
    }
  }

  private String fileName(String mediaType) {
    String disposition = response.headers().getOrDefault("content-disposition", "");
    int at = disposition.indexOf("filename=");
    if (at >= 0) {
      String named =
          disposition.substring(at + "filename=".length()).replaceFirst(";.*", "").strip();
      String safe = named.replaceAll("[^A-Za-z0-9._ -]", "");
      if (!safe.isBlank()) {
        return safe;
      }
    }
    String end = mediaType.replaceFirst(".*/", "").replaceFirst("\\+.*", "");
    return "response." + (end.matches("[a-z0-9]{1,5}") ? end : "bin");
  }

  private Component headers() {
    var lines = Look.div("pb-sent");
    response
        .headers()
        .forEach((name, value) ->
            lines.add(Look.div("", Look.span("pb-k", name), new Span(": " + value))));
    return lines;
  }
}
