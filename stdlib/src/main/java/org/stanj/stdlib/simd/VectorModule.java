package org.stanj.stdlib.simd;

/**
 * The module {@code jdk.incubator.vector}, loaded when first asked for.
 *
 * <p>A bare {@code java -jar} does not resolve it, and a manifest cannot ask for it. The JDK loads
 * such modules into a layer above the boot layer by {@code jdk.internal.module.Modules}, to which
 * the manifest's {@code Add-Exports} lets us; HotSpot knows the module by its name, and compiles
 * its operations as well as after {@code --add-modules}. Loading takes some 40 ms, once. No class
 * that names a vector type may be used before {@link #available} has said yes.
 */
public final class VectorModule {
  private static final String NAME = "jdk.incubator.vector";

  private VectorModule() {}

  /**
   * True if vector types can be used; the first call loads them. {@code -Dstanj.vector=false}
   * leaves them out.
   */
  public static boolean available() {
    return Loaded.YES;
  }

  private static final class Loaded {
    static final boolean YES =
        !"false".equals(System.getProperty("stanj.vector")) && (inBootLayer() || load());

    private static boolean inBootLayer() {
      return ModuleLayer.boot().findModule(NAME).isPresent();
    }

    private static boolean load() {
      try {
        Class.forName("jdk.internal.module.Modules")
            .getMethod("loadModule", String.class)
            .invoke(null, NAME);
        return true;
      } catch (ReflectiveOperationException | RuntimeException | LinkageError e) {
        // Not exported to us, or no such module in this runtime: the scalar twins do the work.
        return false;
      }
    }
  }
}
