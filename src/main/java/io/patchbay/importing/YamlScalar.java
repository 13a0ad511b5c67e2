package io.patchbay.importing;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.regex.Pattern;
import org.snakeyaml.engine.v2.events.ScalarEvent;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;

/**
 * The value of a YAML scalar by the core schema of YAML 1.2, section 10.3. Dates, {@code yes} and
 * {@code on} are text; so are numbers with a leading zero, which are telephone numbers and codes.
 */
final class YamlScalar {

  private static final JsonNodeFactory NODES = JsonNodeFactory.instance;
  private static final Pattern INTEGER = Pattern.compile("[-+]?(0|[1-9][0-9]*)");
  private static final Pattern OTHER_BASE = Pattern.compile("0(x[0-9a-fA-F]+|o[0-7]+)");
  private static final Pattern DECIMAL =
      Pattern.compile("[-+]?(\\.[0-9]+|(0|[1-9][0-9]*)(\\.[0-9]*)?)([eE][-+]?[0-9]{1,9})?");
  private static final int MOST_DIGITS = 1_000;

  private YamlScalar() {}

  static JsonNode of(ScalarEvent scalar) {
    String text = scalar.getValue();
    String tag = scalar.getTag().orElse("");
    boolean isText = !scalar.isPlain() || tag.equals("!") || tag.endsWith(":str");
    return isText ? NODES.stringNode(text) : plain(text);
  }

  private static JsonNode plain(String text) {
    return switch (text) {
      case "", "~", "null", "Null", "NULL" -> NODES.nullNode();
      case "true", "True", "TRUE" -> NODES.booleanNode(true);
      case "false", "False", "FALSE" -> NODES.booleanNode(false);
      default -> mayBeNumber(text) ? number(text) : NODES.stringNode(text);
    };
  }

  private static boolean mayBeNumber(String text) {
    char first = text.charAt(0);
    return text.length() <= MOST_DIGITS
        && ((first >= '0' && first <= '9') || first == '-' || first == '+' || first == '.');
  }

  private static JsonNode number(String text) {
    if (INTEGER.matcher(text).matches()) {
      return JsonSource.integer(new BigInteger(text));
    }
    if (OTHER_BASE.matcher(text).matches()) {
      int radix = text.charAt(1) == 'x' ? 16 : 8;
      return JsonSource.integer(new BigInteger(text.substring(2), radix));
    }
    return DECIMAL.matcher(text).matches()
        ? NODES.numberNode(new BigDecimal(text))
        : NODES.stringNode(text);
  }
}
