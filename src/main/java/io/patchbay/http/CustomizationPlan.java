package io.patchbay.http;

import io.patchbay.api.Customization;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** The customizations of one level, compiled once; shared by all calls. */
final class CustomizationPlan {

  private final Level level;
  private final boolean isEmpty;
  private final List<Placed<RequestChange>> before = new ArrayList<>();
  private final List<Placed<ResponseChange>> after = new ArrayList<>();

  private CustomizationPlan(Level level, List<Customization> customizations) {
    this.level = level;
    this.isEmpty = customizations.isEmpty();
    for (var customization : customizations) {
      var place = CustomizationPlace.of(level, customization);
      naming(place, () -> add(place, customization));
    }
  }

  /**
   * @throws CallRefused when an expression does not compile
   */
  static CustomizationPlan of(Level level, List<Customization> customizations) {
    return new CustomizationPlan(level, customizations);
  }

  Level level() {
    return level;
  }

  boolean isEmpty() {
    return isEmpty;
  }

  boolean changesAnswers() {
    return !after.isEmpty();
  }

  /**
   * Changes the request.
   *
   * @throws CallRefused when one of them cannot be applied
   */
  void before(RequestDraft draft, Map<String, @Nullable Object> scope) {
    for (var one : before) {
      naming(
          one.place(),
          () -> {
            one.change().apply(draft, scope);
            return one;
          });
    }
  }

  /** The answer as these customizations have it; one that fails makes it a failure. */
  Answer after(Answer answer, Map<String, @Nullable Object> scope) {
    var changed = answer;
    for (var one : after) {
      var before = changed;
      try {
        changed = naming(one.place(), () -> one.change().apply(before, scope));
      } catch (CallRefused e) {
        return changed.withFailure(e.failure(), false);
      }
    }
    return changed;
  }

  private boolean add(CustomizationPlace place, Customization customization) {
    return switch (customization) {
      case Customization.Headers it -> before(place, HeaderChange.of(place, it));
      case Customization.Query it -> before(place, QueryChange.of(place, it));
      case Customization.Body it -> before(place, BodyChange.of(place, it));
      case Customization.Credential it -> before(place, AuthChange.of(place, it));
      case Customization.ClientCertificate it -> before(place, CertificateChange.of(place, it));
      case Customization.IdempotencyKey it -> before(place, KeyChange.of(place, it));
      case Customization.Sign it -> before(place, SignChange.of(place, it));
      case Customization.Response it -> after.add(new Placed<>(place, ResponseChange.of(it)));
      case Customization.Policy _ -> false; // a matter of the limits, not of the request
    };
  }

  private boolean before(CustomizationPlace place, RequestChange change) {
    return before.add(new Placed<>(place, change));
  }

  private static <T> T naming(CustomizationPlace place, Supplier<T> work) {
    try {
      return work.get();
    } catch (CallRefused e) {
      throw new CallRefused(place.named(e.failure()));
    }
  }

  private record Placed<T>(CustomizationPlace place, T change) {}
}
