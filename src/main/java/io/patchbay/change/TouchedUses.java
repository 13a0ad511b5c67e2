package io.patchbay.change;

import io.patchbay.api.ApiUse;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Finds the steps of flows that changes of an API touch; for publishing and refreshing alike. */
public final class TouchedUses {

  private TouchedUses() {}

  /**
   * The steps that feel at least one change that is not safe; the worst first.
   *
   * @param changes between the definition that the steps call now and the next one
   * @param uses all steps that call the API
   */
  public static List<TouchedUse> of(List<Change> changes, List<ApiUse> uses) {
    var ofApi = new ArrayList<Change>();
    var ofMethods = new HashMap<String, List<Change>>();
    var oldNames = oldNames(changes);
    for (var change : changes) {
      if (change.impact() == Impact.SAFE) {
        continue;
      }
      String method = change.method();
      if (method == null) {
        ofApi.add(change);
      } else {
        ofMethods
            .computeIfAbsent(oldNames.getOrDefault(method, method), _ -> new ArrayList<>())
            .add(change);
      }
    }
    var touched = new ArrayList<TouchedUse>();
    for (var use : uses) {
      var own = new ArrayList<>(ofMethods.getOrDefault(use.method(), List.of()));
      own.addAll(ofApi);
      if (!own.isEmpty()) {
        touched.add(new TouchedUse(use, worst(own), own));
      }
    }
    touched.sort(Comparator.comparing(TouchedUse::impact).reversed());
    return List.copyOf(touched);
  }

  /** The worst that changes do; safe when there are none. */
  public static Impact worst(List<Change> changes) {
    return changes.stream().map(Change::impact).reduce(Impact.SAFE, Impact::worse);
  }

  /** The name that steps know a method by, which had another one if its changes say so. */
  public static String nameBefore(String name, List<Change> changes) {
    return oldNames(changes).getOrDefault(name, name);
  }

  /** Steps know a method by the name that it had. */
  private static Map<String, String> oldNames(List<Change> changes) {
    var names = new HashMap<String, String>();
    for (var change : changes) {
      if (change.method() != null
          && change.where().equals("name")
          && change.before() != null
          && change.before().isString()) {
        names.put(change.method(), change.before().stringValue());
      }
    }
    return names;
  }
}
