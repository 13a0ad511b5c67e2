package io.patchbay.credential;

import com.fasterxml.jackson.annotation.JsonIgnoreType;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** A value that must never be shown: printing and serializing it say nothing about it. */
@JsonIgnoreType
public final class Secret {

  private static final String MASK = "••••••";

  private final String value;

  private Secret(String value) {
    this.value = Objects.requireNonNull(value);
  }

  public static Secret of(String value) {
    return new Secret(value);
  }

  /** The value itself, for the one place that sends or encrypts it. */
  public String reveal() {
    return value;
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof Secret secret && secret.value.equals(value);
  }

  @Override
  public int hashCode() {
    return value.hashCode();
  }

  @Override
  public String toString() {
    return MASK;
  }
}
