package io.patchbay.ui.refresh;

import io.patchbay.importing.RefreshPreview.MethodRefresh;
import io.patchbay.importing.RefreshPreview.State;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * Which methods of a refresh are taken over. All are at first, but those that would take away what
 * flows call, and those that were left out before.
 */
final class DifferenceChoice {

  private final List<MethodRefresh> methods;
  private final Set<String> wanted = new LinkedHashSet<>();

  DifferenceChoice(List<MethodRefresh> methods) {
    this.methods = methods;
    methods.stream()
        .filter(DifferenceChoice::canBeTaken)
        .filter(m -> m.state() != State.NOT_TAKEN)
        .filter(m -> m.state() != State.GONE || m.uses().isEmpty())
        .map(MethodRefresh::name)
        .forEach(wanted::add);
  }

  /** Whether there is a choice at all. */
  static boolean canBeTaken(MethodRefresh method) {
    return method.state() != State.EDITED;
  }

  boolean isWanted(MethodRefresh method) {
    return wanted.contains(method.name());
  }

  void want(MethodRefresh method, boolean wish) {
    if (wish) {
      wanted.add(method.name());
    } else {
      wanted.remove(method.name());
    }
  }

  /** How many are taken over. */
  int count() {
    return wanted.size();
  }

  /** Those that stay as they are, and are offered again next time. */
  Set<String> skipped() {
    return names(State.NEW, State.CHANGED, State.GONE, false);
  }

  /** Those that were left out before and come in now. */
  Set<String> taken() {
    return names(State.NOT_TAKEN, State.NOT_TAKEN, State.NOT_TAKEN, true);
  }

  private Set<String> names(State one, State other, State third, boolean wish) {
    var names = new LinkedHashSet<String>();
    methods.stream()
        .filter(m -> m.state() == one || m.state() == other || m.state() == third)
        .map(MethodRefresh::name)
        .filter(name -> wanted.contains(name) == wish)
        .forEach(names::add);
    return names;
  }
}
