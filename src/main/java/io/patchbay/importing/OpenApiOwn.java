package io.patchbay.importing;

import io.patchbay.api.Api;

/** Reads back what an export of ours holds beyond OpenAPI. */
final class OpenApiOwn {

  private OpenApiOwn() {}

  static Api read(OpenApiReading reading, Api api) {
    return api;
  }
}
