package dev.eventfold.es.it.mutation;

import com.sun.source.tree.AnnotationTree;
import com.sun.source.tree.AssignmentTree;
import com.sun.source.tree.ClassTree;
import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.tree.ExpressionTree;
import com.sun.source.tree.IdentifierTree;
import com.sun.source.tree.ImportTree;
import com.sun.source.tree.MemberReferenceTree;
import com.sun.source.tree.MemberSelectTree;
import com.sun.source.tree.MethodTree;
import com.sun.source.tree.NewArrayTree;
import com.sun.source.tree.Tree;
import com.sun.source.tree.VariableTree;
import com.sun.source.util.JavacTask;
import com.sun.source.util.SourcePositions;
import com.sun.source.util.TreePath;
import com.sun.source.util.TreePathScanner;
import com.sun.source.util.Trees;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.lang.model.element.Element;
import javax.lang.model.element.ElementKind;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.TypeElement;
import javax.lang.model.util.Types;

/** The syntax trees of a program, with what every name in them means. */
final class Model {
    private static final String OURS = "dev.eventfold.es.";

    private final Program program;
    private final Trees trees;
    private final Types types;
    private final List<Annotation> annotations = new ArrayList<>();
    private final List<Declared> declarations = new ArrayList<>();
    private final List<Use> uses = new ArrayList<>();
    private final List<Use> imports = new ArrayList<>();

    /**
     * An annotation of ours.
     *
     * @param name its simple name
     * @param place where it stands
     * @param owner what it stands on
     * @param attributes what is said in it
     */
    record Annotation(String name, Place place, Element owner, List<Attribute> attributes) {}

    /**
     * An attribute of an annotation.
     *
     * @param name its name
     * @param withComma what goes with it
     * @param texts the strings in it, quotes included
     */
    record Attribute(String name, Place withComma, List<Place> texts) {}

    /**
     * A type, method or field that the program declares.
     *
     * @param element it
     * @param place all of it, its comment too
     * @param name where its name stands
     */
    record Declared(Element element, Place place, Place name) {}

    /**
     * A name that means something.
     *
     * @param element what it means
     * @param place where it stands
     */
    record Use(Element element, Place place) {}

    /**
     * A piece of a source.
     *
     * @param file the path of the source
     * @param from where it begins
     * @param to where it ends
     */
    record Place(String file, int from, int to) {
        Edit deleted() {
            return Edit.delete(file, from, to);
        }

        Edit replaced(String text) {
            return new Edit(file, from, to, text);
        }
    }

    private Model(Program program, JavacTask task) {
        this.program = program;
        this.trees = Trees.instance(task);
        this.types = task.getTypes();
    }

    /** Reads a program; what the processor generated for it is on the class path of the toolbox. */
    static Model of(Program program, Toolbox toolbox) throws IOException {
        JavacTask task = toolbox.reading(program.sources());
        Iterable<? extends CompilationUnitTree> units = task.parse();
        task.analyze();
        Model model = new Model(program, task);
        for (CompilationUnitTree unit : units) {
            model.new Reading(unit).scan(unit, null);
        }
        return model;
    }

    Program program() {
        return program;
    }

    Types types() {
        return types;
    }

    List<Annotation> annotations() {
        return annotations;
    }

    List<Declared> declarations() {
        return declarations;
    }

    /** Where a name stands that means this, imports and its declaration included. */
    List<Place> placesOf(Element element) {
        List<Place> places = new ArrayList<>();
        declarations.stream().filter(one -> one.element().equals(element)).forEach(one -> places.add(one.name()));
        uses.stream().filter(one -> one.element().equals(element)).forEach(one -> places.add(one.place()));
        return places;
    }

    /** Whole imports of this. */
    List<Place> importsOf(Element element) {
        return imports.stream()
                .filter(one -> one.element().equals(element))
                .map(Use::place)
                .toList();
    }

    /** The annotation of this name that something has. */
    Optional<Annotation> on(Element element, String name) {
        return annotations.stream()
                .filter(one -> one.owner().equals(element) && one.name().equals(name))
                .findFirst();
    }

    private final class Reading extends TreePathScanner<Void, Void> {
        private final CompilationUnitTree unit;
        private final String file;
        private final String text;
        private final SourcePositions positions = trees.getSourcePositions();

        Reading(CompilationUnitTree unit) {
            this.unit = unit;
            this.file = unit.getSourceFile().toUri().getPath().substring(1);
            this.text = program.sources().get(file);
        }

        @Override
        public Void visitImport(ImportTree tree, Void nothing) {
            Element meant = trees.getElement(new TreePath(getCurrentPath(), tree.getQualifiedIdentifier()));
            if (meant != null) {
                imports.add(new Use(meant, place(tree)));
            }
            return super.visitImport(tree, nothing);
        }

        @Override
        public Void visitAnnotation(AnnotationTree tree, Void nothing) {
            Element meant = trees.getElement(new TreePath(getCurrentPath(), tree.getAnnotationType()));
            Element owner = owner();
            if (meant instanceof TypeElement type
                    && type.getQualifiedName().toString().startsWith(OURS)
                    && owner != null) {
                annotations.add(new Annotation(type.getSimpleName().toString(), place(tree), owner, attributes(tree)));
            }
            return super.visitAnnotation(tree, nothing);
        }

        private List<Attribute> attributes(AnnotationTree tree) {
            List<Attribute> attributes = new ArrayList<>();
            List<? extends ExpressionTree> all = tree.getArguments();
            for (int i = 0; i < all.size(); i++) {
                AssignmentTree one = (AssignmentTree) all.get(i);
                Place place = assigned(one);
                int from =
                        i > 0 && i == all.size() - 1 ? assigned(all.get(i - 1)).to() : place.from();
                int to = i < all.size() - 1 ? assigned(all.get(i + 1)).from() : place.to();
                attributes.add(new Attribute(
                        one.getVariable().toString(), new Place(file, from, to), texts(one.getExpression())));
            }
            return attributes;
        }

        /** Where {@code value} is not written, there is its value alone. */
        private Place assigned(ExpressionTree tree) {
            AssignmentTree one = (AssignmentTree) tree;
            Place value = place(one.getExpression());
            return isWritten(one.getVariable())
                    ? new Place(file, place(one.getVariable()).from(), value.to())
                    : value;
        }

        private List<Place> texts(ExpressionTree value) {
            if (value instanceof NewArrayTree array) {
                return array.getInitializers().stream()
                        .flatMap(one -> texts(one).stream())
                        .toList();
            }
            return value.getKind() == Tree.Kind.STRING_LITERAL ? List.of(place(value)) : List.of();
        }

        private Element owner() {
            for (TreePath path = getCurrentPath().getParentPath(); path != null; path = path.getParentPath()) {
                Tree.Kind kind = path.getLeaf().getKind();
                if (path.getLeaf() instanceof ClassTree || kind == Tree.Kind.METHOD) {
                    return trees.getElement(path);
                }
                if (kind == Tree.Kind.PACKAGE) {
                    return trees.getElement(path);
                }
            }
            return null;
        }

        @Override
        public Void visitClass(ClassTree tree, Void nothing) {
            declare(tree, tree.getModifiers(), tree.getSimpleName().toString());
            return super.visitClass(tree, nothing);
        }

        @Override
        public Void visitMethod(MethodTree tree, Void nothing) {
            String name = tree.getName().toString();
            if (!name.equals("<init>")) {
                declare(tree, tree.getReturnType(), name);
            } else if (isWritten(tree) && trees.getElement(getCurrentPath()) instanceof ExecutableElement constructor) {
                Element type = constructor.getEnclosingElement();
                nameAfter(tree, tree.getModifiers(), type.getSimpleName().toString())
                        .ifPresent(at -> uses.add(new Use(type, at)));
            }
            return isWritten(tree) ? super.visitMethod(tree, nothing) : null;
        }

        @Override
        public Void visitVariable(VariableTree tree, Void nothing) {
            if (isWritten(tree)) {
                declare(tree, tree.getType(), tree.getName().toString());
            }
            return super.visitVariable(tree, nothing);
        }

        private boolean isWritten(Tree tree) {
            return positions.getEndPosition(unit, tree) > positions.getStartPosition(unit, tree);
        }

        private void declare(Tree tree, Tree before, String name) {
            Element element = trees.getElement(getCurrentPath());
            if (element != null && isWritten(tree)) {
                nameAfter(tree, before, name)
                        .ifPresent(at -> declarations.add(new Declared(element, withComment(place(tree)), at)));
            }
        }

        private Optional<Place> nameAfter(Tree tree, Tree before, String name) {
            long start = before == null ? -1 : positions.getEndPosition(unit, before);
            Matcher found = Pattern.compile("\\b" + Pattern.quote(name) + "\\b").matcher(text);
            int from = (int) Math.max(start, positions.getStartPosition(unit, tree));
            return found.find(from) ? Optional.of(new Place(file, found.start(), found.end())) : Optional.empty();
        }

        private Place withComment(Place place) {
            int from = place.from();
            String before = text.substring(0, from);
            if (before.stripTrailing().endsWith("*/")) {
                from = before.lastIndexOf("/*");
            }
            return new Place(file, from, place.to());
        }

        @Override
        public Void visitIdentifier(IdentifierTree tree, Void nothing) {
            use(tree, tree.getName().toString());
            return super.visitIdentifier(tree, nothing);
        }

        @Override
        public Void visitMemberSelect(MemberSelectTree tree, Void nothing) {
            use(tree, tree.getIdentifier().toString());
            return super.visitMemberSelect(tree, nothing);
        }

        @Override
        public Void visitMemberReference(MemberReferenceTree tree, Void nothing) {
            use(tree, tree.getName().toString());
            return super.visitMemberReference(tree, nothing);
        }

        /** A name stands at the end of its tree; {@code this(…)} means a constructor and bears none. */
        private void use(Tree tree, String name) {
            Element meant = trees.getElement(getCurrentPath());
            int to = (int) positions.getEndPosition(unit, tree);
            int from = to - name.length();
            if (meant != null && from >= 0 && text.startsWith(name, from)) {
                Element named = ofType(meant);
                if (named.getSimpleName().contentEquals(name)) {
                    uses.add(new Use(named, new Place(file, from, to)));
                }
            }
        }

        private Element ofType(Element meant) {
            return meant.getKind() == ElementKind.CONSTRUCTOR
                    ? Objects.requireNonNull(meant.getEnclosingElement())
                    : meant;
        }

        private Place place(Tree tree) {
            return new Place(
                    file, (int) positions.getStartPosition(unit, tree), (int) positions.getEndPosition(unit, tree));
        }
    }
}
