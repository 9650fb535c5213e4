namespace Complaints.Warehouse.DuckDb.Merging;

/// <summary>
/// The distinct texts of a staging table's member columns. Rows name them by number: writing and keeping a text a million times costs the
/// engine more than all the rest of a row.
/// </summary>
internal sealed class StagingMembers
{
    private readonly Column[] _columns;

    internal StagingMembers(IEnumerable<string> columns) => _columns = [.. columns.Select(name => new Column(name))];

    /// <summary>Every text with its column and number, in the order in which they were met.</summary>
    internal IEnumerable<(string Column, int Number, string Text)> All =>
        _columns.SelectMany(column => column.Texts.Select((text, i) => (column.Name, i + 1, text)));

    /// <summary>The number of a text in a column, from 1; 0 where there is none.</summary>
    internal int NumberOf(int column, string? text) => text is null ? 0 : _columns[column].NumberOf(text);

    private sealed class Column(string name)
    {
        private readonly Dictionary<string, int> _numbers = new(StringComparer.Ordinal);
        private string? _last;
        private int _lastNumber;

        internal string Name => name;

        internal List<string> Texts { get; } = [];

        internal int NumberOf(string text)
        {
            if (ReferenceEquals(text, _last))
            {
                return _lastNumber;
            }

            if (!_numbers.TryGetValue(text, out int number))
            {
                Texts.Add(text);
                number = Texts.Count;
                _numbers.Add(text, number);
            }

            (_last, _lastNumber) = (text, number);
            return number;
        }
    }
}
