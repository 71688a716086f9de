package org.stanj.compiler.syntax;

import java.util.List;
import java.util.Optional;
import org.stanj.compiler.source.SourceFile;
import org.stanj.compiler.source.Span;

/**
 * A whole Stan program. A block that is not written has empty contents and no span.
 *
 * @param file the file that was named
 * @param included the files that {@code #include} brought in, in order, named as they were found
 * @param blocks the blocks that are written, in their order, each kind at most once
 */
public record Program(SourceFile file, List<SourceFile> included, List<Block> blocks) {
  public Program {
    included = List.copyOf(included);
    blocks = List.copyOf(blocks);
  }

  /** The contents of the functions block. */
  public List<FunctionDefinition> functions() {
    return block(BlockKind.FUNCTIONS).map(b -> ((Functions) b).definitions()).orElse(List.of());
  }

  /** The contents of any block but functions; in data and parameters declarations only. */
  public List<Statement> statements(BlockKind kind) {
    return block(kind).map(b -> ((Statements) b).statements()).orElse(List.of());
  }

  /** The block of the given kind, if it is written. */
  public Optional<Block> block(BlockKind kind) {
    return blocks.stream().filter(b -> b.kind() == kind).findFirst();
  }

  /** One block of the program. */
  public sealed interface Block {
    /** Which block it is. */
    BlockKind kind();

    /** From its keyword to the closing brace. */
    Span span();
  }

  /** The functions block. */
  public record Functions(List<FunctionDefinition> definitions, Span span) implements Block {
    public Functions {
      definitions = List.copyOf(definitions);
    }

    @Override
    public BlockKind kind() {
      return BlockKind.FUNCTIONS;
    }
  }

  /** Any other block. In data and parameters each statement is a {@link Statement.Declare}. */
  public record Statements(BlockKind kind, List<Statement> statements, Span span) implements Block {
    public Statements {
      statements = List.copyOf(statements);
    }
  }
}
