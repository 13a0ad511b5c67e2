package io.patchbay.expression;

import com.dashjoin.jsonata.JException;
import com.dashjoin.jsonata.Jsonata.Frame;
import com.dashjoin.jsonata.Jsonata.JFunction;
import com.dashjoin.jsonata.Utils;
import com.dashjoin.jsonata.utils.DateTimeUtils;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The functions that expressions see: the library's, each metered, those replaced that a hostile
 * argument could let run or grow without end (or that are wrong in it), and {@code $eval} refused.
 */
final class SafeFunctions {

  /** Made once; frames below it are made per evaluation and never write to it. */
  static final Frame ALL = all();

  private static final int MAX_PICTURE = 200;
  private static final int MAX_PARSED = 1_000;
  private static final int MAX_DATE = 64;
  private static final int MAX_DATE_PARTS = 10;
  private static final int MAX_ROMAN = 100_000;
  private static final int MAX_DIGITS = 400;
  private static final Pattern HUGE_WIDTH = Pattern.compile("[,-]\\s*\\d{4,}");

  private static final Pattern WHOLE_NUMBER = Pattern.compile("-?\\d{1,18}");

  private SafeFunctions() {}

  private static Frame all() {
    Map<String, Function<JFunction, JFunction>> special = new HashMap<>();
    SafeTextFunctions.addTo(special);
    special.put("eval", f -> SafeFunction.replaced(f, _ -> refuseEval()));
    special.put("now", f -> SafeFunction.replaced(f, SafeFunctions::now));
    special.put("millis", f -> SafeFunction.replaced(f, a -> a.meter().startedAt()));
    special.put("spread", f -> SafeFunction.replaced(f, a -> spread(a.get(0))));
    special.put("sort", f -> SafeFunction.replaced(f, Sorting::sort));
    special.put("number", f -> SafeFunction.replaced(f, a -> number(f, a)));
    special.put("round", f -> SafeFunction.guarded(f, SafeFunctions::checkRounding));
    special.put("formatBase", f -> SafeFunction.guarded(f, a -> finite(a.number(0))));
    special.put("formatNumber", f -> SafeFunction.guarded(f, SafeFunctions::checkFormat));
    special.put("formatInteger", f -> SafeFunction.guarded(f, SafeFunctions::checkFormat));
    special.put("parseInteger", f -> SafeFunction.guarded(f, SafeFunctions::checkParse));
    special.put("fromMillis", f -> SafeFunction.guarded(f, a -> checkPicture(a.text(1))));
    special.put("toMillis", f -> SafeFunction.guarded(f, SafeFunctions::checkDate));

    var frame = new Frame(null);
    for (var entry : Symbols.libraryFunctions().entrySet()) {
      if (entry.getValue() instanceof JFunction function) {
        var made = special.getOrDefault(entry.getKey(), SafeFunction::metered).apply(function);
        frame.bind(entry.getKey(), (Object) made);
      }
    }
    return frame;
  }

  private static Object refuseEval() {
    throw new LimitReached("The function $eval is switched off");
  }

  private static Object now(Arguments arguments) {
    checkPicture(arguments.text(0));
    return DateTimeUtils.formatDateTime(
        arguments.meter().startedAt(), arguments.text(0), arguments.text(1));
  }

  /** One object per field; in linear time, and of any number of objects. */
  private static @Nullable Object spread(@Nullable Object value) {
    if (!(value instanceof Map<?, ?>) && !(value instanceof List<?>)) {
      return value;
    }
    var result = Utils.createSequence();
    spreadInto(result, value);
    return result;
  }

  private static void spreadInto(List<Object> result, @Nullable Object value) {
    Meter.current().tick();
    if (value instanceof List<?> list) {
      list.forEach(element -> spreadInto(result, element));
    } else if (value instanceof Map<?, ?> map) {
      for (var entry : map.entrySet()) {
        var single = new LinkedHashMap<Object, @Nullable Object>();
        single.put(entry.getKey(), entry.getValue());
        result.add(single);
      }
    } else if (value != null) {
      result.add(value);
    }
  }

  /** A number stays what it is, and whole numbers are read with all their digits. */
  private static @Nullable Object number(JFunction original, Arguments arguments) {
    if (arguments.get(0) instanceof Number number) {
      return number;
    }
    String text = arguments.text(0);
    try {
      return text != null && WHOLE_NUMBER.matcher(text).matches()
          ? Utils.convertNumber(Long.parseLong(text))
          : original.call(null, arguments.all());
    } catch (NumberFormatException e) {
      throw new JException("D3030", -1, arguments.get(0));
    }
  }

  private static void checkRounding(Arguments arguments) {
    finite(arguments.number(0));
    Number places = arguments.number(1);
    if (places != null && Math.abs(places.doubleValue()) > MAX_DIGITS) {
      throw new LimitReached("$round takes at most %d decimal places".formatted(MAX_DIGITS));
    }
  }

  private static void finite(@Nullable Number number) {
    if (number != null && !Double.isFinite(number.doubleValue())) {
      throw new JException("D1001", -1, "too large");
    }
  }

  private static void checkFormat(Arguments arguments) {
    Number number = arguments.number(0);
    String picture = arguments.text(1);
    finite(number);
    checkPicture(picture);
    boolean roman = picture != null && (picture.startsWith("i") || picture.startsWith("I"));
    if (roman && number != null && Math.abs(number.doubleValue()) > MAX_ROMAN) {
      throw new LimitReached("Roman numerals end at %,d".formatted(MAX_ROMAN));
    }
  }

  private static void checkParse(Arguments arguments) {
    checkPicture(arguments.text(1));
    checkLength(arguments.text(0), MAX_PARSED, "number in words or digits");
  }

  private static void checkDate(Arguments arguments) {
    String picture = arguments.text(1);
    checkPicture(picture);
    checkLength(arguments.text(0), MAX_DATE, "date");
    if (picture != null && picture.chars().filter(c -> c == '[').count() > MAX_DATE_PARTS) {
      throw new LimitReached(
          "A date's picture has at most %d parts in brackets".formatted(MAX_DATE_PARTS));
    }
  }

  private static void checkPicture(@Nullable String picture) {
    checkLength(picture, MAX_PICTURE, "picture");
    if (picture != null && HUGE_WIDTH.matcher(picture).find()) {
      throw new LimitReached("A picture's width has at most three digits");
    }
  }

  private static void checkLength(@Nullable String text, int limit, String what) {
    if (text != null && text.length() > limit) {
      throw new LimitReached("A %s has at most %,d characters".formatted(what, limit));
    }
  }
}
