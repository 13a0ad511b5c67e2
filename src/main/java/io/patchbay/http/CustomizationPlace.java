package io.patchbay.http;

import io.patchbay.api.Customization;
import io.patchbay.common.Failure;

/**
 * Which customization it is.
 *
 * @param label its name, else its kind
 */
record CustomizationPlace(Level level, String label) {

  static CustomizationPlace of(Level level, Customization customization) {
    var name = customization.name();
    return new CustomizationPlace(
        level, name == null || name.isBlank() ? customization.kind() : name.strip());
  }

  /** As in {@link SentRequest.Header}. */
  String origin() {
    return level.word() + ": " + label;
  }

  /** The failure, telling which customization it comes from. */
  Failure named(Failure failure) {
    return new Failure(
        failure.kind(),
        failure.title(),
        "Customization '%s' of the %s: %s".formatted(label, level.said(), failure.detail()),
        failure.status(),
        failure.step());
  }
}
