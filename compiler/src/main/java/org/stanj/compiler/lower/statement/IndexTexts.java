package org.stanj.compiler.lower.statement;

import java.util.List;
import org.stanj.compiler.typed.StanType;
import org.stanj.compiler.typed.TypedIndex;

/**
 * What Stan calls an index in messages: by the form of the container and of all indices, and by
 * whether it is read or assigned to.
 */
final class IndexTexts {
  private final StanType base;
  private final List<TypedIndex> indices;
  private final boolean assigned;

  /**
   * @param base type of what is indexed
   */
  IndexTexts(StanType base, List<TypedIndex> indices, boolean assigned) {
    this.base = base;
    this.indices = indices;
    this.assigned = assigned;
  }

  /** Which end of a range with two ends is meant. */
  enum End {
    ONLY,
    MIN,
    MAX
  }

  /** How sizes are told of: the function, and the name of the other side. */
  record Sizes(String function, String other) {}

  private static String form(TypedIndex index) {
    if (index instanceof TypedIndex.Single) {
      return "uni";
    }
    if (index instanceof TypedIndex.Multi) {
      return "multi";
    }
    if (index instanceof TypedIndex.Range r && (r.from().isPresent() || r.to().isPresent())) {
      return r.to().isEmpty() ? "min" : "min_max";
    }
    return "omni";
  }

  private String form(int dimension) {
    return dimension < indices.size() ? form(indices.get(dimension)) : "omni";
  }

  private String rows() {
    return form(base.arrays());
  }

  private String columns() {
    return form(base.arrays() + 1);
  }

  private boolean isMatrix() {
    return base.base() == StanType.Base.MATRIX;
  }

  /** Whether the dimension is one of an array. */
  boolean inArray(int dimension) {
    return dimension < base.arrays();
  }

  /** What the check of an index is called. */
  String check(int dimension, End end) {
    if (dimension < base.arrays()) {
      boolean one = form(dimension).equals("uni");
      if (assigned) {
        return one ? "array[uni,...] assign" : "array[multi, ...] assign";
      }
      return one ? "array[uni, ...] index" : "array[..., ...] index";
    }
    String ends = end == End.ONLY ? "" : end == End.MIN ? "min " : "max ";
    if (!isMatrix()) {
      return line(form(dimension), ends);
    }
    return dimension == base.arrays() ? row(ends) : column(ends);
  }

  private String line(String form, String ends) {
    return "vector[" + form + "] " + ends + (assigned ? "assign" : "indexing");
  }

  private String row(String ends) {
    String rows = rows();
    String columns = columns();
    if (isJoint()) {
      return joint(ends, "row");
    }
    boolean overColumns = columns.equals("uni") || (assigned && columns.equals("multi"));
    if (overColumns) {
      return line(rows, ends);
    }
    if (rows.equals("uni")) {
      return assigned ? "matrix[uni] assign row" : "matrix[uni] indexing";
    }
    boolean assigns = assigned && !rows.equals("min_max");
    return "matrix[" + rows + "] " + (assigns ? "assign row" : ends + "row indexing");
  }

  private String column(String ends) {
    if (isJoint()) {
      return joint(ends, "column");
    }
    String form = columns();
    String start = "matrix[..., " + form + "] ";
    return start + (assigned ? "assign " + ends + "column" : ends + "column indexing");
  }

  /** Whether Stan has one function for this pair of forms. */
  private boolean isJoint() {
    return switch (rows() + " " + columns()) {
      case "uni uni", "uni multi", "multi multi", "min_max min_max" -> true;
      case "multi uni" -> !assigned;
      default -> false;
    };
  }

  private String joint(String ends, String what) {
    String pair = rows() + " " + columns();
    String name =
        switch (pair) {
          case "uni uni" -> "uni,uni";
          case "multi multi" -> assigned ? "multi,multi" : "uni, multi";
          case "multi uni" -> what.equals("row") ? "uni, multi" : "multi, uni";
          default -> rows() + ", " + columns();
        };
    boolean brief = pair.equals("multi multi") && !assigned && what.equals("column");
    String start = "matrix[" + name + "] ";
    return assigned
        ? start + "assign " + ends + what
        : start + ends + (brief ? "col" : what) + " indexing";
  }

  /** What the comparison of a kept dimension with the other side is called. */
  Sizes sizes(int dimension) {
    String form = form(dimension);
    if (dimension < base.arrays()) {
      return form.equals("omni")
          ? new Sizes("assign array size", "right hand side")
          : new Sizes("array[multi, ...] assign", "right hand side size");
    }
    boolean whole =
        indices.subList(Math.min(base.arrays(), indices.size()), indices.size()).stream()
            .allMatch(index -> form(index).equals("omni"));
    if (!isMatrix()) {
      return whole
          ? whole(base.base() == StanType.Base.ROW_VECTOR ? "columns" : "rows", "vector")
          : new Sizes("vector[" + form + "] assign", "right hand side");
    }
    boolean row = dimension == base.arrays();
    if (whole) {
      return whole(row ? "rows" : "columns", "matrix");
    }
    return row ? rowSizes() : columnSizes();
  }

  private static Sizes whole(String extent, String container) {
    return new Sizes(container + " assign " + extent, "right hand side " + extent);
  }

  private Sizes rowSizes() {
    String rows = rows();
    String columns = columns();
    if (isJoint()) {
      return new Sizes(jointSizes() + " assign rows", "right hand side rows");
    }
    return columns.equals("uni") || columns.equals("multi")
        ? new Sizes("vector[" + rows + "] assign", "right hand side")
        : new Sizes("matrix[" + rows + "] assign rows", "right hand side rows");
  }

  private Sizes columnSizes() {
    String rows = rows();
    String columns = columns();
    if (columns.equals("omni")) {
      String other = rows.equals("uni") ? "right hand side size" : "right hand side columns";
      return new Sizes("matrix[" + rows + "] assign columns", other);
    }
    if (rows.equals("uni") && columns.equals("multi")) {
      return new Sizes("matrix[uni, multi] assign", "right hand side");
    }
    if (isJoint()) {
      return new Sizes(jointSizes() + " assign columns", "right hand side columns");
    }
    String start = "matrix[..., " + columns + "] assign column";
    return switch (columns) {
      case "multi" -> new Sizes(start + " sizes", "right hand side columns");
      case "min_max" -> new Sizes(start + " size", "right hand side");
      default -> new Sizes(start + "s", "right hand side columns");
    };
  }

  private String jointSizes() {
    return rows().equals("multi") ? "matrix[multi,multi]" : "matrix[min_max, min_max]";
  }
}
