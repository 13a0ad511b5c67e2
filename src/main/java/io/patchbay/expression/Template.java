package io.patchbay.expression;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.StringNode;

/**
 * A JSON value whose strings may hold {@code {{ expressions }}}, compiled. A string that is one
 * expression takes that expression's value and type; in other strings each expression is written
 * out as text. An absent value drops its field or element.
 */
public final class Template {

  private final TemplatePart root;
  private final Set<Reference> references;

  private Template(TemplatePart root) {
    this.root = root;
    var all = new LinkedHashSet<Reference>();
    root.expressions().forEach(e -> all.addAll(e.references()));
    this.references = Collections.unmodifiableSet(all);
  }

  /**
   * Compiles all expressions in the value.
   *
   * @throws ExpressionException for the first that does not compile; its message starts with the
   *     place in the value, for example {@code items[2].name}
   */
  public static Template compile(JsonNode value) {
    return new Template(part(value, ""));
  }

  /** Compiles a text, for example a header's value. */
  public static Template ofText(String text) {
    return compile(StringNode.valueOf(text));
  }

  /**
   * The value with all expressions evaluated.
   *
   * @return a plain value, or {@link Expression#ABSENT}
   * @throws ExpressionException when an expression fails; its message starts with the place in the
   *     value
   */
  public @Nullable Object evaluate(Map<String, @Nullable Object> scope) {
    return root.evaluate(scope);
  }

  /** The paths that its expressions read. */
  public Set<Reference> references() {
    return references;
  }

  /** Whether it holds no expression at all. */
  public boolean isConstant() {
    return root instanceof TemplatePart.Constant;
  }

  private static TemplatePart part(JsonNode value, String path) {
    if (value.isString()) {
      return TemplateText.parse(value.asString(), path);
    }
    if (value.isObject()) {
      return object(value, path);
    }
    if (value.isArray()) {
      return array(value, path);
    }
    return TemplatePart.Constant.of(value);
  }

  private static TemplatePart object(JsonNode value, String path) {
    var fields = new LinkedHashMap<String, TemplatePart>();
    for (var field : value.properties()) {
      String name = field.getKey();
      fields.put(name, part(field.getValue(), path.isEmpty() ? name : path + "." + name));
    }
    return areConstant(fields.values())
        ? TemplatePart.Constant.of(value)
        : new TemplatePart.Fields(fields);
  }

  private static TemplatePart array(JsonNode value, String path) {
    var elements = new ArrayList<TemplatePart>();
    for (JsonNode element : value) {
      elements.add(part(element, "%s[%d]".formatted(path, elements.size())));
    }
    return areConstant(elements)
        ? TemplatePart.Constant.of(value)
        : new TemplatePart.Elements(List.copyOf(elements));
  }

  private static boolean areConstant(Iterable<TemplatePart> parts) {
    for (TemplatePart part : parts) {
      if (!(part instanceof TemplatePart.Constant)) {
        return false;
      }
    }
    return true;
  }
}
