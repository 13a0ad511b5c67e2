package io.patchbay.change;

import io.patchbay.api.Api;
import java.util.LinkedHashMap;
import java.util.Map;

/** Tells which method of one definition is which of another, as merges and differences see it. */
public final class MethodPairs {

  private MethodPairs() {}

  /** Names before to names after, of the methods that are in both. */
  public static Map<String, String> names(Api before, Api after) {
    var names = new LinkedHashMap<String, String>();
    for (var pair : ApiDiff.pairs(before.methods(), after.methods()).matched()) {
      names.put(pair.before().name(), pair.after().name());
    }
    return names;
  }
}
