package io.patchbay.importing;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** The body of a request in an exchange. */
sealed interface ExchangeBody {

  /** No body. */
  ExchangeBody NONE = new None();

  record None() implements ExchangeBody {}

  /** Text, for example JSON. */
  record Text(@Nullable String contentType, String text) implements ExchangeBody {

    @Override
    public String toString() {
      return "Text[%s, %d characters]".formatted(contentType, text.length());
    }
  }

  /** Fields, {@code application/x-www-form-urlencoded}. */
  record Form(List<Field> fields) implements ExchangeBody {

    public Form {
      fields = List.copyOf(fields);
    }
  }

  /** Parts, {@code multipart/form-data}. */
  record Multipart(List<FormPart> parts) implements ExchangeBody {

    public Multipart {
      parts = List.copyOf(parts);
    }
  }

  /** Something whose content is not known, for example a file. */
  record Unknown(@Nullable String contentType) implements ExchangeBody {}
}
