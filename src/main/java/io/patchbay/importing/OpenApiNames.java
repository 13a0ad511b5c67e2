package io.patchbay.importing;

import io.patchbay.api.MethodNames;
import io.patchbay.api.Verb;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/** Names methods: by their operationId where it is one, else by verb and path. */
final class OpenApiNames {

  private static final Pattern VALID = Pattern.compile("[A-Za-z_][A-Za-z0-9_.-]{0,127}");
  private static final Pattern ODD = Pattern.compile("[^A-Za-z0-9_.-]+");
  private static final int LONGEST = 120;

  private final OpenApiReading reading;
  private final Set<String> taken = new HashSet<>();
  private final Map<String, Integer> numbers = new HashMap<>();

  OpenApiNames(OpenApiReading reading) {
    this.reading = reading;
  }

  /** A name for each, in the same order; those that have a good one keep it. */
  List<String> of(List<OpenApiOperation> operations) {
    List<String> names = new ArrayList<>();
    for (OpenApiOperation one : operations) {
      String id = one.operation().field("operationId").text("").strip();
      names.add(VALID.matcher(id).matches() && taken.add(id) ? id : "");
    }
    for (int i = 0; i < names.size(); i++) {
      if (names.get(i).isEmpty()) {
        names.set(i, other(operations.get(i)));
      }
    }
    return names;
  }

  private String other(OpenApiOperation one) {
    Spot place = one.operation().field("operationId");
    String id = place.text("").strip();
    String proposed = propose(one.verb(), one.path().path());
    if (id.isEmpty()) {
      String name = free(proposed);
      reading.findings.note(
          one.operation(), "Without an operationId, a method is named by its verb and path.");
      return name;
    }
    if (VALID.matcher(id).matches()) {
      String name = free(proposed);
      reading.findings.changed(
          place, "Another method is called '%s' too; this one is called '%s'.".formatted(id, name));
      return name;
    }
    reading.findings.note(
        place, "An operationId that cannot be a method's name was changed; characters became '_'.");
    String mended = ODD.matcher(id).replaceAll("_").replaceAll("^_+|_+$", "");
    return free(mended.isEmpty() || mended.equals("_") ? proposed : begun(mended));
  }

  private static String begun(String name) {
    String cut = name.length() > LONGEST ? name.substring(0, LONGEST) : name;
    return VALID.matcher(cut).matches() ? cut : "_" + cut;
  }

  private static String propose(Verb verb, String path) {
    return begun(MethodNames.propose(verb, path, Set.of()));
  }

  private String free(String name) {
    String free = name;
    while (!taken.add(free)) {
      free = name + numbers.merge(name, 2, (before, _) -> before + 1);
    }
    return free;
  }
}
