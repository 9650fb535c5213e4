using System.Collections.Immutable;
using Complaints.Learning.Table;

namespace Complaints.Learning.Bench;

/// <summary>
/// Reads a column as numbers, days or categories, judging by the training rows alone; a category first seen later is none of those that the
/// model knows. Of a column in which nearly every training row has a value of its own, the test rows are asked whether the values come
/// again.
/// </summary>
internal sealed class ColumnInference
{
    private const int FewCategories = 100;
    private const int TextLength = 40;
    private const int MostRemarks = 3;
    private const double MostRemarkCells = 0.2;

    // By Good and Turing's estimate a later row has a value that training knew as often as a training row shares its value with another.
    private const double LeastRepeated = 0.05;

    private static readonly HashSet<string> MissingWords = new(StringComparer.OrdinalIgnoreCase)
    {
        "",
        "blank",
        "na",
        "n/a",
        "nan",
        "null",
        "-",
    };

    private readonly string _name;
    private readonly List<string> _cells;
    private readonly int[] _rows;
    private readonly Dictionary<string, int> _counts = new(StringComparer.Ordinal);
    private readonly int _trainingRows;
    private readonly int _known;
    private readonly Func<string, float?>? _number;
    private readonly IReadOnlyList<List<string>> _others;
    private readonly string[] _wordsAmongNumbers = [];
    private readonly long _length;

    private ColumnInference(string name, List<string> cells, int[] rows, int trainingRows, IReadOnlyList<List<string>> others)
    {
        (_name, _cells, _rows, _trainingRows, _others) = (name, cells, rows, trainingRows, others);
        foreach (int row in rows.AsSpan(0, trainingRows))
        {
            string cell = cells[row];
            if (!IsMissing(cell))
            {
                _known++;
                _length += cell.Length;
                _counts[cell] = _counts.GetValueOrDefault(cell) + 1;
            }
        }

        foreach (Func<string, float?> read in new[] { NumberCell.Read, NumberCell.ReadComma })
        {
            string[] words = [.. _counts.Keys.Where(cell => read(cell) is null)];
            if (words.Length == 0 || AreRemarks(words))
            {
                (_number, _wordsAmongNumbers) = (read, words);
                break;
            }
        }
    }

    /// <summary>Whether a cell says nothing.</summary>
    public static bool IsMissing(string cell) => MissingWords.Contains(cell);

    /// <summary>The features made of a column, with what it was taken for; none when it holds nothing to learn from.</summary>
    /// <param name="name">The column's name.</param>
    /// <param name="cells">Its cells by row of the file.</param>
    /// <param name="rows">Rows of the tables, those of the training period first.</param>
    /// <param name="trainingRows">How many of them.</param>
    /// <param name="dayOf">The day number of each row's time; null where the time is neither a day nor a month.</param>
    /// <param name="monthFirst">Whether 03/04/2016 is the 4th of March, where the column does not tell.</param>
    /// <param name="others">The columns that may be learned from beside it.</param>
    public static (ImmutableArray<NamedColumn> Columns, ColumnUse Use) Infer(
        string name, List<string> cells, int[] rows, int trainingRows, int[]? dayOf, bool monthFirst,
        IReadOnlyList<List<string>> others) =>
        new ColumnInference(name, cells, rows, trainingRows, others).Infer(dayOf, monthFirst);

    private (ImmutableArray<NamedColumn> Columns, ColumnUse Use) Infer(int[]? dayOf, bool monthFirst)
    {
        if (_counts.Count == 0 || (_counts.Count == 1 && _known == _trainingRows))
        {
            return ([], new ColumnUse(_name, "not used", "the same value in every training row"));
        }

        if (_number is { } number)
        {
            string told = _wordsAmongNumbers.Length == 0
                ? $"{_counts.Count} values"
                : $"{_counts.Count - _wordsAmongNumbers.Length} values; no number, so read as missing: {string.Join(", ", _wordsAmongNumbers.Order(StringComparer.Ordinal).Select(word => $"'{word}'"))}";
            return ([new NamedColumn(_name, Numbers(number))], new ColumnUse(_name, "numeric", told));
        }

        if (DayCells.Read(_cells, _rows, _trainingRows, monthFirst) is { } days)
        {
            float[] values = [.. days.Select((day, i) => day is null ? float.NaN : (dayOf?[i] ?? 0) - day.Value)];
            return (
                [new NamedColumn(_name, new NumericColumn(values))],
                new ColumnUse(_name, "days", dayOf is null ? $"{_counts.Count} days" : $"{_counts.Count} days, each as the days between it and the row's time"));
        }

        bool text = _length / _known >= TextLength && _counts.Count > FewCategories && _counts.Count > _known / 2;
        int repeated = _counts.Values.Where(count => count > 1).Sum();
        ReturningRows? returning = _counts.Count > FewCategories && repeated < LeastRepeated * _known
            ? ReturningRows.Of(_cells, _rows, _trainingRows, _others)
            : null;
        bool again = returning?.Share >= LeastRepeated;
        bool identifier = returning is not null && (!again || returning.AreCopies);
        NamedColumn[] columns =
        [
            .. identifier ? [] : new[] { new NamedColumn(_name, Categories()) },
            .. text ? [new NamedColumn(identifier ? _name : $"{_name}, number of words", Numbers(Words))] : Array.Empty<NamedColumn>(),
        ];
        return ([.. columns], new ColumnUse(
            _name, text ? "words" : identifier ? "not used" : "categorical",
            text ? identifier ? "a text; the number of its words is used" : $"a text of {_counts.Count} wordings; which it is and the number of its words are used"
                : identifier ? $"{_counts.Count} values in {_known} rows: an identifier{(again ? $"; {returning!.Told}, with the same case over again" : "")}"
                : $"{_counts.Count} categories{(again ? $"; nearly every training row has its own, and {returning!.Told}" : "")}")
        {
            ComesAgain = again && !identifier,
        });
    }

    // A few words for nothing among very many numbers ("None", "?", "inf") make no list of categories of them.
    private bool AreRemarks(string[] words) => words.Length <= MostRemarks
        && _counts.Count - words.Length > FewCategories
        && words.Sum(word => _counts[word]) <= MostRemarkCells * _known;

    private NumericColumn Numbers(Func<string, float?> read) => new([.. _rows.Select(row => read(_cells[row]) ?? float.NaN)]);

    private CategoricalColumn Categories()
    {
        CategoryList categories = new(_counts.Keys.Order(StringComparer.Ordinal));
        return new CategoricalColumn(
            [.. _rows.Select(r => IsMissing(_cells[r]) ? CategoryList.Missing : categories.CodeOf(_cells[r]))], categories);
    }

    private static float? Words(string cell) =>
        IsMissing(cell) ? null : cell.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries).Length;
}
