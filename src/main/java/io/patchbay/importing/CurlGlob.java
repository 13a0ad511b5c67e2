package io.patchbay.importing;

import io.patchbay.common.InvalidException;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Addresses with sets and ranges, {@code {a,b}} and {@code [1-3]}, as curl spells them out. */
final class CurlGlob {

  /** More addresses than that of one pattern are not read. */
  static final int MOST = 100;

  private static final Pattern NUMBERS = Pattern.compile("(\\d{1,15})-(\\d{1,15})(?::(\\d{1,9}))?");
  private static final Pattern LETTERS = Pattern.compile("([a-zA-Z])-([a-zA-Z])(?::(\\d{1,3}))?");
  private static final Pattern IPV6 = Pattern.compile("[0-9a-fA-F:.]*:[0-9a-fA-F:.%\\w]*");

  private CurlGlob() {}

  /**
   * The addresses that a pattern stands for.
   *
   * @throws InvalidException when it is written wrong
   */
  static List<String> expand(String pattern) {
    List<StringBuilder> all = new ArrayList<>();
    all.add(new StringBuilder());
    for (int i = 0; i < pattern.length(); i++) {
      char c = pattern.charAt(i);
      if (c == '\\' && i + 1 < pattern.length() && "{}[]".indexOf(pattern.charAt(i + 1)) >= 0) {
        append(all, String.valueOf(pattern.charAt(++i)));
      } else if (c == '{' || c == '[') {
        int close = pattern.indexOf(c == '{' ? '}' : ']', i);
        String inner = close < 0 ? "" : pattern.substring(i + 1, close);
        if (c == '[' && close == i + 1) {
          append(all, "[]");
          i = close;
          continue;
        }
        if (close < 0) {
          throw wrong(c, i);
        }
        if (c == '[' && IPV6.matcher(inner).matches()) {
          append(all, pattern.substring(i, close + 1));
        } else {
          all = multiply(all, c == '{' ? set(inner, i) : range(inner, i));
        }
        i = close;
      } else if (c == '}' || c == ']') {
        throw wrong(c, i);
      } else {
        append(all, String.valueOf(c));
      }
    }
    return all.stream().map(StringBuilder::toString).toList();
  }

  private static void append(List<StringBuilder> all, String text) {
    all.forEach(one -> one.append(text));
  }

  private static List<StringBuilder> multiply(List<StringBuilder> all, List<String> choices) {
    List<StringBuilder> product = new ArrayList<>();
    for (var one : all) {
      for (String choice : choices) {
        if (product.size() < MOST) {
          product.add(new StringBuilder(one).append(choice));
        }
      }
    }
    return product;
  }

  private static List<String> set(String inner, int at) {
    if (inner.isEmpty() || inner.contains("{") || inner.contains("[") || inner.contains("]")) {
      throw wrong('{', at);
    }
    return List.of(inner.split(",", -1));
  }

  private static List<String> range(String inner, int at) {
    Matcher numbers = NUMBERS.matcher(inner);
    Matcher letters = LETTERS.matcher(inner);
    if (numbers.matches()) {
      String from = numbers.group(1);
      int width = from.length() > 1 && from.startsWith("0") ? from.length() : 1;
      return steps(Long.parseLong(from), Long.parseLong(numbers.group(2)), step(numbers), at)
          .stream()
          .map(n -> String.format("%0" + width + "d", n))
          .toList();
    }
    if (letters.matches()) {
      return steps(letters.group(1).charAt(0), letters.group(2).charAt(0), step(letters), at)
          .stream()
          .map(n -> String.valueOf((char) n.intValue()))
          .toList();
    }
    throw wrong('[', at);
  }

  private static long step(Matcher range) {
    String step = range.group(3);
    return step == null ? 1 : Long.parseLong(step);
  }

  private static List<Long> steps(long from, long to, long step, int at) {
    if (from > to || step < 1) {
      throw wrong('[', at);
    }
    List<Long> steps = new ArrayList<>();
    for (long n = from; n <= to && steps.size() < MOST; n += step) {
      steps.add(n);
    }
    return steps;
  }

  private static InvalidException wrong(char bracket, int at) {
    return new InvalidException(
        "",
        "The '%s' in position %d of the address begins no set or range of curl; add -g to the command to send it as it is."
            .formatted(bracket, at + 1));
  }
}
