namespace Complaints.Samples.Chance;

/// <summary>Items that are drawn in proportion to their weights.</summary>
internal sealed class WeightedChoice<T>
{
    private readonly T[] _items;
    private readonly double[] _upTo;

    public WeightedChoice(params ReadOnlySpan<(T Item, double Weight)> items)
    {
        _items = new T[items.Length];
        _upTo = new double[items.Length];
        double sum = 0;
        for (int i = 0; i < items.Length; i++)
        {
            sum += items[i].Weight;
            _items[i] = items[i].Item;
            _upTo[i] = sum;
        }
    }

    public T Draw(SampleRandom random)
    {
        int at = Array.BinarySearch(_upTo, random.Unit() * _upTo[^1]);
        return _items[Math.Min(at < 0 ? ~at : at + 1, _items.Length - 1)];
    }
}
